// What can be known without taking the terminal.
#include "console.h"
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

int console_describe(const char *terminal, int *colours) {
  *colours = 0;
  if (!terminal) terminal = getenv("TERM");
  if (!terminal || !*terminal || strlen(terminal) > 128) return CONSOLE_UNKNOWN_TERMINAL;
  TERMINAL *before = cur_term;
  int error = 0;
  // The error value keeps setupterm from printing and from ending the program.
  if (setupterm(terminal, 1, &error) != OK)
    return error == 1 || strcmp(terminal, "dumb") == 0 ? CONSOLE_DUMB_TERMINAL
                                                       : CONSOLE_UNKNOWN_TERMINAL;
  const char *move = tigetstr("cup");
  int status = !move || move == (char *)-1 ? CONSOLE_DUMB_TERMINAL : CONSOLE_OK;
  int count = tigetnum("colors");
  *colours = count > 0 ? count : 0;
  TERMINAL *described = cur_term;
  set_curterm(before);
  del_curterm(described);
  return status;
}

// A capability without its padding, which only a teletype needed.
static size_t append_capability(char *buffer, size_t length, size_t capacity, const char *name) {
  const char *text = tigetstr(name);
  if (!text || text == (char *)-1) return length;
  while (*text && length < capacity) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) text = end + 1; else buffer[length++] = *text++;
  }
  return length;
}

size_t console_clearing(char *buffer, size_t capacity) {
  const char *terminal = getenv("TERM");
  if (!terminal || !*terminal || strlen(terminal) > 128) return 0;
  TERMINAL *before = cur_term;
  int error = 0;
  if (setupterm(terminal, 1, &error) != OK) return 0;
  size_t length = append_capability(buffer, 0, capacity, "clear");
  if (length > 0) length = append_capability(buffer, length, capacity, "E3");
  TERMINAL *described = cur_term;
  set_curterm(before);
  del_curterm(described);
  return length;
}

void console_codeset(char *buffer, size_t capacity) {
  if (capacity == 0) return;
  locale_t environment = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  // A locale that is not installed counts as plain C, as setlocale does it.
  const char *name = environment ? nl_langinfo_l(CODESET, environment) : "ANSI_X3.4-1968";
  strncpy(buffer, name, capacity - 1);
  buffer[capacity - 1] = 0;
  if (environment) freelocale(environment);
}
