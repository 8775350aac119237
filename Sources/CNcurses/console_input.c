// Bytes, keys and signals as events.
//
// Characters are read as bytes and decoded by the caller: get_wch() forgets
// the first half of a character whose second half comes a moment later, which
// on a slow line would lose a letter of a name.
#include "console.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

// How often a program in the background looks whether it is in the foreground
// again: a shell tells a stopped program so by SIGCONT, a running one not at all.
enum { BACKGROUND_MILLISECONDS = 200 };

static const console_event nothing = { CONSOLE_NOTHING, 0 };

static int32_t key_for(int code) {
  if (code >= KEY_F(0) && code <= KEY_F(63)) return CONSOLE_KEY_F0 + (code - KEY_F(0));
  switch (code) {
  case KEY_UP: return CONSOLE_KEY_UP;
  case KEY_DOWN: return CONSOLE_KEY_DOWN;
  case KEY_LEFT: return CONSOLE_KEY_LEFT;
  case KEY_RIGHT: return CONSOLE_KEY_RIGHT;
  case KEY_HOME: case KEY_FIND: return CONSOLE_KEY_HOME;
  case KEY_END: case KEY_SELECT: return CONSOLE_KEY_END;
  case KEY_PPAGE: return CONSOLE_KEY_PAGE_UP;
  case KEY_NPAGE: return CONSOLE_KEY_PAGE_DOWN;
  case KEY_DC: return CONSOLE_KEY_DELETE;
  case KEY_BACKSPACE: return CONSOLE_KEY_BACKSPACE;
  case KEY_ENTER: return CONSOLE_KEY_ENTER;
  case KEY_BTAB: return CONSOLE_KEY_BACKTAB;
  case CODE_PASTE_BEGIN: return CONSOLE_KEY_PASTE_BEGIN;
  case CODE_PASTE_END: return CONSOLE_KEY_PASTE_END;
  default: return CONSOLE_KEY_OTHER;
  }
}

static console_event next_key(console_t *console) {
  while (console->taken) {
    int code = getch();
    if (code == ERR) return nothing;
    if (code == KEY_RESIZE) continue;  // told by the signal, queued again by resizeterm
    if (code <= 0xFF) return (console_event){ CONSOLE_BYTE, code };
    return (console_event){ CONSOLE_KEY, key_for(code) };
  }
  return nothing;
}

static console_event next_signal(console_t *console) {
  int signal = signals_take();
  if (signal == 0) return nothing;
  if (signal == SIGCONT)
    return console_retake(console) ? (console_event){ CONSOLE_SIGNAL, SIGCONT } : nothing;
  if (signal != SIGWINCH) return (console_event){ CONSOLE_SIGNAL, signal };
  if (!console->taken) return nothing;
  console_fit(console);
  return (console_event){ CONSOLE_RESIZED, 0 };
}

static long long now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int milliseconds_until(long long end, bool never) {
  if (never) return -1;
  long long left = end - now_milliseconds();
  return left > 0 ? (int)left : 0;
}

console_event console_read(console_t *console, int timeout_milliseconds) {
  const long long end = now_milliseconds() + timeout_milliseconds;
  if (console->resumed) {
    console->resumed = false;
    return (console_event){ CONSOLE_SIGNAL, SIGCONT };
  }
  for (;;) {
    console_event event = next_signal(console);
    if (event.kind == CONSOLE_NOTHING) event = next_key(console);
    if (event.kind != CONSOLE_NOTHING) {
      console->idle_reads = 0;
      return event;
    }
    if (!console->taken && console_retake(console))
      return (console_event){ CONSOLE_SIGNAL, SIGCONT };
    int left = milliseconds_until(end, timeout_milliseconds < 0);
    if (!console->taken && (left < 0 || left > BACKGROUND_MILLISECONDS))
      left = BACKGROUND_MILLISECONDS;
    struct pollfd sources[] = {
      // In the background only signals count: the keys are the shell's.
      { .fd = console->taken ? console->in_fd : -1, .events = POLLIN },
      { .fd = signals_descriptor(), .events = POLLIN },
    };
    int ready = poll(sources, 2, left);
    if (ready == 0 && milliseconds_until(end, timeout_milliseconds < 0) == 0) return nothing;
    if (ready < 0) {
      if (errno == EINTR) continue;
      return (console_event){ CONSOLE_CLOSED, 0 };
    }
    if (sources[1].revents || !sources[0].revents) continue;
    event = next_key(console);
    if (event.kind != CONSOLE_NOTHING) {
      console->idle_reads = 0;
      return event;
    }
    // Readable, yet nothing to read: the line is closed. Asked a few times, as
    // a signal can also cut a read short.
    if ((sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) || ++console->idle_reads > 8)
      return (console_event){ CONSOLE_CLOSED, 0 };
  }
}

void console_flush_input(console_t *console) {
  (void)console;
  flushinp();
}

void console_mark_pastes(console_t *console, bool on) {
  if (!console->ansi || console->marks_pastes == on) return;
  console->marks_pastes = on;
  console_send(console, on ? "\033[?2004h" : "\033[?2004l");
}
