// Cells, colours, the cursor.
#include "console.h"
#include <wchar.h>

void console_size(console_t *console, int *rows, int *columns) {
  (void)console;
  *rows = getmaxy(stdscr);
  *columns = getmaxx(stdscr);
}

int console_colours(console_t *console) { return console->colours; }

int console_want_colours(console_t *console) {
  if (console->colours == 0 && has_colors() && start_color() == OK) {
    use_default_colors();
    console->colours = COLORS;
  }
  return console->colours;
}

bool console_writes_unicode(console_t *console) { return console->unicode; }

void console_pair(console_t *console, int pair, int foreground, int background) {
  if (console->colours > 0) init_pair((short)pair, (short)foreground, (short)background);
}

void console_erase(console_t *console) {
  (void)console;
  erase();
}

void console_put(console_t *console, int row, int column,
                 const uint32_t *scalars, size_t count, int attributes, int pair) {
  if (row < 0 || column < 0 || row >= getmaxy(stdscr) || column >= getmaxx(stdscr)) return;
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  wchar_t text[CCHARW_MAX + 1] = { 0 };
  for (size_t i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  if (count == 0) text[0] = L' ';
  int width = wcwidth(text[0]);
  if (width < 1) {
    text[0] = 0xFFFD;
    text[1] = 0;
    width = 1;
  }
  if (column + width > getmaxx(stdscr)) {
    text[0] = L' ';
    text[1] = 0;
  }
  attr_t look = A_NORMAL;
  if (attributes & CONSOLE_BOLD) look |= WA_BOLD;
  if (attributes & CONSOLE_REVERSE) look |= WA_REVERSE;
  if (attributes & CONSOLE_UNDERLINE) look |= WA_UNDERLINE;
  cchar_t cell;
  if (setcchar(&cell, text, look, console->colours > 0 ? (short)pair : 0, NULL) != OK) return;
  // Unlike add_wch this neither moves the cursor nor wraps at the last column.
  mvadd_wchnstr(row, column, &cell, 1);
}

void console_flush(console_t *console, int cursor_row, int cursor_column) {
  if (!console->taken) return;
  int last_row = getmaxy(stdscr) - 1, last_column = getmaxx(stdscr) - 1;
  if (cursor_row < 0) cursor_row = 0;
  if (cursor_column < 0) cursor_column = 0;
  move(cursor_row > last_row ? last_row : cursor_row,
       cursor_column > last_column ? last_column : cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}

void console_redraw(console_t *console) {
  (void)console;
  clearok(curscr, TRUE);
}

int console_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
