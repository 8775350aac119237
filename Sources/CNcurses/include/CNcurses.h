// The face of ncursesw that Swift can see: no macros, no variadic functions,
// no globals, no curses types. One console at a time in a process, used from
// one thread: ncurses keeps its state in globals.
//
//   console_open.c     take the terminal, give it back, suspend
//   console_draw.c     cells, colours, the cursor
//   console_input.c    bytes, keys and signals as events
//   console_signals.c  the self-pipe, and what happens when the program dies
//   console_probe.c    what can be known without taking the terminal
#ifndef CNCURSES_H
#define CNCURSES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct console console_t;

// Taking the terminal.

enum {
  CONSOLE_OK = 0,
  CONSOLE_NOT_A_TERMINAL,     // a descriptor is no terminal
  CONSOLE_UNKNOWN_TERMINAL,   // TERM is missing, or no description has its name
  CONSOLE_DUMB_TERMINAL,      // the terminal cannot move its cursor
  CONSOLE_BUSY,               // this process already has a console
  CONSOLE_SYSTEM,             // no memory or no descriptor left
};

enum { CONSOLE_STDERR_LEAVE = -1, CONSOLE_STDERR_DISCARD = -2 };

typedef struct {
  const char *_Nullable terminal;  // NULL: the TERM of the environment
  int input;                       // duplicated, the caller keeps its own
  int output;
  int diagnostics;                 // where stderr goes meanwhile, or CONSOLE_STDERR_*
  int escape_milliseconds;         // how long a lone ESC may be the start of a key
  bool wants_colour;
  bool guards_process;             // restore the terminal on a crash, forbid core dumps
} console_options;

/// Opens the terminal that controls this process; -1 without one.
int console_open_tty(void);
/// Closes it again; -1 is ignored.
void console_close_tty(int descriptor);
/// Takes the terminal. On failure nothing was written to it and nothing changed.
int console_open(const console_options *_Nonnull options,
                 console_t *_Nullable *_Nonnull opened);
/// Erases the screen and gives the terminal back as it was found.
void console_close(console_t *_Nonnull);
/// Erases the screen, gives the terminal back, stops the process as Ctrl-Z
/// does, and takes the terminal again when it continues in the foreground.
void console_suspend(console_t *_Nonnull);

// Drawing.

enum { CONSOLE_BOLD = 1, CONSOLE_REVERSE = 2, CONSOLE_UNDERLINE = 4 };

void console_size(console_t *_Nonnull, int *_Nonnull rows, int *_Nonnull columns);
/// 0 when colours are not wanted or not there.
int console_colours(console_t *_Nonnull);

/// Begins to use colours where the terminal has them; gives how many.
int console_want_colours(console_t *_Nonnull);
/// Whether characters beyond ASCII can be written at all.
bool console_writes_unicode(console_t *_Nonnull);
/// Defines a colour pair; -1 is the terminal's own colour.
void console_pair(console_t *_Nonnull, int pair, int foreground, int background);
void console_erase(console_t *_Nonnull);
/// Writes one base scalar and its marks at one place.
void console_put(console_t *_Nonnull, int row, int column,
                 const uint32_t *_Nonnull scalars, size_t count, int attributes, int pair);
/// Moves the cursor there and sends everything in one go.
void console_flush(console_t *_Nonnull, int cursor_row, int cursor_column);
/// Sends the whole screen with the next flush.
void console_redraw(console_t *_Nonnull);
/// Columns of one scalar as ncurses counts them; -1 when it knows none.
int console_width(uint32_t scalar);

// Input.

enum {
  CONSOLE_NOTHING = 0,  // the time ran out
  CONSOLE_BYTE,         // value: one byte that belongs to no known key
  CONSOLE_KEY,          // value: CONSOLE_KEY_*
  CONSOLE_RESIZED,
  CONSOLE_SIGNAL,       // value: the signal
  CONSOLE_CLOSED,       // the terminal is gone
};

enum {
  CONSOLE_KEY_OTHER = 0,
  CONSOLE_KEY_UP, CONSOLE_KEY_DOWN, CONSOLE_KEY_LEFT, CONSOLE_KEY_RIGHT,
  CONSOLE_KEY_HOME, CONSOLE_KEY_END, CONSOLE_KEY_PAGE_UP, CONSOLE_KEY_PAGE_DOWN,
  CONSOLE_KEY_DELETE, CONSOLE_KEY_BACKSPACE, CONSOLE_KEY_ENTER, CONSOLE_KEY_BACKTAB,
  CONSOLE_KEY_PASTE_BEGIN, CONSOLE_KEY_PASTE_END,
  CONSOLE_KEY_F0 = 100,  // plus the number of the function key
};

typedef struct { int32_t kind; int32_t value; } console_event;

/// Waits for the next event; a negative time waits for ever.
console_event console_read(console_t *_Nonnull, int timeout_milliseconds);
/// Throws away what was typed and not read.
void console_flush_input(console_t *_Nonnull);
/// Asks the terminal to mark pastes, or to stop.
void console_mark_pastes(console_t *_Nonnull, bool on);

// Knowing without taking.

/// CONSOLE_OK, CONSOLE_UNKNOWN_TERMINAL or CONSOLE_DUMB_TERMINAL for a name
/// (NULL: TERM), and how many colours its description has.
int console_describe(const char *_Nullable terminal, int *_Nonnull colours);
/// Writes what clears the window of TERM and what scrolled out of it, as far as
/// its description says; gives how many bytes, 0 where it says nothing.
size_t console_clearing(char *_Nonnull buffer, size_t capacity);
/// Memory holds patient data: no core file, and no other process may read it.
void console_guard_memory(void);
/// Writes the codeset of the environment's locale, such as "UTF-8".
void console_codeset(char *_Nonnull buffer, size_t capacity);

#endif
