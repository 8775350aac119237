// The self-pipe for signals that the program answers, and the rescue of the
// terminal when the program dies of one.
#include "console.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// Answered by the program.

static const int answered[] = { SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT };
enum { ANSWERED = sizeof answered / sizeof *answered };
static struct sigaction before_answered[ANSWERED];
static int pipe_ends[2] = { -1, -1 };

static void on_answered(int signal) {
  int kept = errno;
  unsigned char byte = (unsigned char)signal;
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = kept;
}

static void handle(int signal, struct sigaction *before) {
  struct sigaction action = { .sa_handler = on_answered, .sa_flags = SA_RESTART };
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, before);
}

bool signals_install(void) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  for (int i = 0; i < ANSWERED; i++) handle(answered[i], &before_answered[i]);
  return true;
}

void signals_remove(void) {
  for (int i = 0; i < ANSWERED; i++) sigaction(answered[i], &before_answered[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

int signals_descriptor(void) { return pipe_ends[0]; }

int signals_take(void) {
  unsigned char byte;
  return read(pipe_ends[0], &byte, 1) == 1 ? byte : 0;
}

void signals_stop_process(void) {
  // A shell without job control starts its programs with SIGTSTP ignored.
  for (int i = 0; i < ANSWERED; i++)
    if (answered[i] == SIGTSTP && before_answered[i].sa_handler == SIG_IGN) return;
  struct sigaction plain = { .sa_handler = SIG_DFL };
  sigemptyset(&plain.sa_mask);
  sigaction(SIGTSTP, &plain, NULL);
  sigaction(SIGCONT, &plain, NULL);
  raise(SIGTSTP);  // nothing happens in an orphaned process group, such as a kiosk
  handle(SIGTSTP, NULL);
  handle(SIGCONT, NULL);
}

// Fatal.

static const int fatal[] = { SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSYS };
enum { FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction before_fatal[FATAL];
static stack_t before_stack;
static unsigned char rescue_stack[65536];

// Filled before it is armed; the handler only reads.
static volatile sig_atomic_t rescue_armed = 0;
static int rescue_fd = -1;
static struct termios rescue_termios;
static char rescue_text[640];
static size_t rescue_length = 0;

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  if (rescue_armed) {
    rescue_armed = 0;
    ssize_t written = write(rescue_fd, rescue_text, rescue_length);
    (void)written;
    tcsetattr(rescue_fd, TCSANOW, &rescue_termios);
  }
  // Delivered when this handler returns, so that the status tells the truth.
  signal(number, SIG_DFL);
  raise(number);
}

static void append(const char *text) {
  for (; *text && rescue_length < sizeof rescue_text; text++) rescue_text[rescue_length++] = *text;
}

// A capability without its padding, which only a teletype needed.
static void append_capability(const char *name) {
  const char *text = tigetstr(name);
  if (!text || text == (char *)-1) return;
  while (*text) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      if (rescue_length < sizeof rescue_text) rescue_text[rescue_length++] = *text;
      text++;
    }
  }
}

void console_guard_memory(void) {
  struct rlimit none = { 0, 0 };
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

void rescue_prepare(console_t *console, const struct termios *found) {
  rescue_fd = console->out_fd;
  rescue_termios = *found;
  rescue_length = 0;
  if (console->ansi) append("\033[?2004l");
  append_capability("sgr0");
  append_capability("op");
  append_capability("clear");
  append_capability("cnorm");
  append_capability("rmkx");
  append_capability("rmcup");
  append("\r\nmesoscreen stopped unexpectedly. Every answer shown as saved is safe. "
         "Start it again to resume.\r\n");

  console_guard_memory();

  // The runtime's own handlers, replaced here, would wait for a key on a raw
  // terminal and print memory. The stack apart serves a stack overflow.
  stack_t apart = { .ss_sp = rescue_stack, .ss_size = sizeof rescue_stack };
  sigaltstack(&apart, &before_stack);
  struct sigaction action = { .sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK };
  sigfillset(&action.sa_mask);  // SIGTTOU among them: it would stop a dying program
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before_fatal[i]);
  rescue_armed = 1;
}

void rescue_arm(bool armed) { rescue_armed = armed; }

void rescue_remove(void) {
  rescue_armed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  sigaltstack(&before_stack, NULL);
}
