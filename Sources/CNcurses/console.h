// What the files of this module share, and nobody else sees.
#ifndef CONSOLE_H
#define CONSOLE_H
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include "CNcurses.h"
#include <ncurses.h>
#include <stdio.h>
#include <termios.h>

// Codes of our own for define_key; terminfo's extended keys start far below.
enum { CODE_PASTE_BEGIN = 0x7001, CODE_PASTE_END = 0x7002 };

struct console {
  SCREEN *screen;
  FILE *in, *out;
  int in_fd, out_fd;
  int saved_stderr, diagnostics;
  int colours;
  bool unicode, ansi, guards, marks_pastes, resumed;
  bool taken;  // false while the shell has the terminal
  int idle_reads;
};

// console_signals.c
bool signals_install(void);
void signals_remove(void);
int signals_descriptor(void);
/// The next signal that came, or 0.
int signals_take(void);
/// Stops the process as SIGTSTP by default does; returns when it continues.
void signals_stop_process(void);
/// What to send when the program dies: prepared here, used by the handler.
void rescue_prepare(console_t *, const struct termios *found);
void rescue_arm(bool armed);
void rescue_remove(void);

// console_open.c
/// Takes the terminal again if the shell lets this process have it.
bool console_retake(console_t *);
void console_fit(console_t *);
void console_send(console_t *, const char *text);

#endif
