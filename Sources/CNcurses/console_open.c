// Taking the terminal, giving it back, suspending.
#include "console.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool is_open = false;

// Without a UTF-8 locale ncurses drops every character beyond ASCII without a
// word: a patient's name would show as blanks.
static bool use_utf8_locale(void) {
  static const char *const fallbacks[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8" };
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
    if (setlocale(LC_CTYPE, fallbacks[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return false;
}

// Keys that terminals send whatever their description says: arrows in both
// cursor modes, PuTTY's and xterm's F1 to F4, the Linux console's Meta-Tab.
static void define_common_keys(void) {
  static const struct { const char *sequence; int code; } keys[] = {
    { "\033[A", KEY_UP }, { "\033OA", KEY_UP }, { "\033[B", KEY_DOWN }, { "\033OB", KEY_DOWN },
    { "\033[C", KEY_RIGHT }, { "\033OC", KEY_RIGHT }, { "\033[D", KEY_LEFT }, { "\033OD", KEY_LEFT },
    { "\033[H", KEY_HOME }, { "\033OH", KEY_HOME }, { "\033[1~", KEY_HOME }, { "\033[7~", KEY_HOME },
    { "\033[F", KEY_END }, { "\033OF", KEY_END }, { "\033[4~", KEY_END }, { "\033[8~", KEY_END },
    { "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE }, { "\033[3~", KEY_DC },
    { "\033[Z", KEY_BTAB }, { "\033\t", KEY_BTAB }, { "\033OM", KEY_ENTER },
    { "\033OP", KEY_F(1) }, { "\033[11~", KEY_F(1) }, { "\033OQ", KEY_F(2) }, { "\033[12~", KEY_F(2) },
    { "\033OR", KEY_F(3) }, { "\033[13~", KEY_F(3) }, { "\033OS", KEY_F(4) }, { "\033[14~", KEY_F(4) },
    { "\033[15~", KEY_F(5) },
    { "\033[200~", CODE_PASTE_BEGIN }, { "\033[201~", CODE_PASTE_END },
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    define_key(keys[i].sequence, keys[i].code);
  // The Linux console's description calls Ctrl-Z a suspend key.
  for (char byte = 1; byte < 0x20; byte++)
    if (byte != 0x1B) define_key((char[]){ byte, 0 }, 0);
}

static void redirect_stderr(console_t *console) {
  if (console->diagnostics == CONSOLE_STDERR_LEAVE) return;
  int target = console->diagnostics >= 0 ? dup(console->diagnostics) : open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (target < 0) return;
  console->saved_stderr = fcntl(2, F_DUPFD_CLOEXEC, 3);
  dup2(target, 2);
  close(target);
}

static void restore_stderr(console_t *console) {
  if (console->saved_stderr < 0) return;
  dup2(console->saved_stderr, 2);
  close(console->saved_stderr);
  console->saved_stderr = -1;
}

// The window may have changed while nobody looked, and LINES and COLUMNS of
// the environment may be wrong: the terminal itself knows best.
void console_fit(console_t *console) {
  struct winsize window;
  if (ioctl(console->out_fd, TIOCGWINSZ, &window) != 0) return;
  if (window.ws_row == 0 || window.ws_col == 0) return;
  int rows = window.ws_row > 1000 ? 1000 : window.ws_row;
  int columns = window.ws_col > 1000 ? 1000 : window.ws_col;
  if (rows != getmaxy(stdscr) || columns != getmaxx(stdscr)) resizeterm(rows, columns);
}

void console_send(console_t *console, const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t sent = write(console->out_fd, text, left);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    text += sent;
    left -= (size_t)sent;
  }
}

static void set_modes(console_t *console, const console_options *options) {
  set_escdelay(options->escape_milliseconds);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  meta(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  const char *move = tigetstr("cup");
  console->ansi = move && strncmp(move, "\033[", 2) == 0;
  if (console->ansi) define_common_keys();
  // Never called in mono: it alone makes some terminals repaint in colour.
  if (options->wants_colour) console_want_colours(console);
  curs_set(1);
  console_fit(console);
}

static void discard(console_t *console) {
  if (console->in) fclose(console->in); else if (console->in_fd >= 0) close(console->in_fd);
  if (console->out) fclose(console->out); else if (console->out_fd >= 0) close(console->out_fd);
  free(console);
}

int console_open_tty(void) { return open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY); }

void console_close_tty(int descriptor) {
  if (descriptor >= 0) close(descriptor);
}

int console_open(const console_options *options, console_t **opened) {
  *opened = NULL;
  if (is_open) return CONSOLE_BUSY;
  if (!isatty(options->input) || !isatty(options->output)) return CONSOLE_NOT_A_TERMINAL;
  int colours, described = console_describe(options->terminal, &colours);
  if (described != CONSOLE_OK) return described;

  console_t *console = calloc(1, sizeof *console);
  if (!console) return CONSOLE_SYSTEM;
  console->saved_stderr = -1;
  console->diagnostics = options->diagnostics;
  console->guards = options->guards_process;
  console->unicode = use_utf8_locale();
  console->in_fd = fcntl(options->input, F_DUPFD_CLOEXEC, 3);
  console->out_fd = fcntl(options->output, F_DUPFD_CLOEXEC, 3);
  if (console->in_fd >= 0) console->in = fdopen(console->in_fd, "r");
  if (console->out_fd >= 0) console->out = fdopen(console->out_fd, "w");
  struct termios found;
  if (!console->in || !console->out || tcgetattr(console->in_fd, &found) != 0) {
    discard(console);
    return CONSOLE_SYSTEM;
  }
  // Before newterm: ncurses leaves a handler alone that is already there, and
  // its own would end the program without a word to the records.
  if (!signals_install()) {
    discard(console);
    return CONSOLE_SYSTEM;
  }
  set_escdelay(options->escape_milliseconds);
  console->screen = newterm(options->terminal, console->out, console->in);
  if (!console->screen) {
    signals_remove();
    discard(console);
    return CONSOLE_UNKNOWN_TERMINAL;
  }
  set_modes(console, options);
  if (console->guards) rescue_prepare(console, &found);
  redirect_stderr(console);
  console->taken = true;
  is_open = true;
  *opened = console;
  return CONSOLE_OK;
}

// A stopped program that is told to end runs in the background: a touch of the
// terminal's settings would stop it again, and draw over the shell. A terminal
// that does not control this process has no foreground; it is ours.
static bool in_foreground(console_t *console) {
  pid_t foreground = tcgetpgrp(console->in_fd);
  return foreground < 0 || foreground == getpgrp();
}

// Some terminals (vt100) have no second screen: what is not erased stays
// readable for the next person who looks.
static void leave_blank(console_t *console) {
  if (!console->taken || !in_foreground(console)) return;
  console_mark_pastes(console, false);
  erase();
  wnoutrefresh(stdscr);
  doupdate();
  endwin();
}

void console_close(console_t *console) {
  leave_blank(console);
  if (console->guards) rescue_remove();
  delscreen(console->screen);
  signals_remove();
  restore_stderr(console);
  discard(console);
  is_open = false;
}

void console_suspend(console_t *console) {
  bool marked = console->marks_pastes;
  leave_blank(console);
  console->marks_pastes = marked;  // wanted again later
  console->taken = false;
  rescue_arm(false);
  restore_stderr(console);
  signals_stop_process();
  console->resumed = console_retake(console);
}

bool console_retake(console_t *console) {
  if (!in_foreground(console)) return false;
  if (!console->taken) redirect_stderr(console);
  console->taken = true;
  endwin();  // whatever the shell did to the terminal, curses starts from outside
  rescue_arm(console->guards);
  console_fit(console);
  erase();  // the next screen may be a locked one: show nothing of the last
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  curs_set(0);
  curs_set(1);
  if (console->marks_pastes) {
    console->marks_pastes = false;
    console_mark_pastes(console, true);
  }
  return true;
}
