// Pages with text in any script, drawn by Pango and Cairo into a PDF in memory.
//
// The libraries are opened on first use: a program that never makes a PDF pays
// nothing for them, needs no header of theirs to be built, and runs on a
// machine that lacks them. All lengths are PostScript points, 1/72 inch, from
// the page's upper left corner.

#ifndef CPANGOCAIRO_H
#define CPANGOCAIRO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  PC_OK,
  PC_LIBRARY_MISSING,  // a library or one of its functions is not there
  PC_OUT_OF_MEMORY,
  PC_DRAWING_FAILED,   // Cairo refused; see pc_finish
} pc_status;

typedef struct pc_document pc_document;
typedef struct pc_text pc_text;

// Whether the libraries are there; opens them when they are not open yet.
bool pc_is_available(void);

// A new document whose pages are width by height. `created` is the creation
// date in ISO 8601; it makes equal pages equal bytes. `font` is a Pango font
// description without a size, such as "Noto Sans, sans". Close it with
// pc_close. On failure *status says why and NULL is returned.
pc_document *pc_open(double width, double height, const char *title, const char *created,
                     const char *font, pc_status *status);
void pc_close(pc_document *document);

// Ends the page being drawn and begins the next.
void pc_next_page(pc_document *document);

// Ends the document. *bytes stays valid until pc_close.
pc_status pc_finish(pc_document *document, const uint8_t **bytes, size_t *count);

// A paragraph set in lines at most `width` wide; width below 0 sets one line of
// any length. Its base direction follows its own script: a right-to-left
// paragraph begins at the right. Free it with pc_text_free before pc_close.
pc_text *pc_text_make(pc_document *document, const char *utf8, size_t length, double width,
                      double size, bool bold, bool italic, bool at_right);
void pc_text_free(pc_text *text);

// Characters that no font on this machine can draw.
int pc_text_missing(const pc_text *text);
int pc_text_lines(const pc_text *text);
// The width of its longest line.
double pc_text_width(const pc_text *text);
// The distance from the paragraph's top to a line's bottom.
double pc_text_bottom(const pc_text *text, int line);

// Draws `count` lines from `first` on, the first one's top at y, in a grey from
// 0 (black) to 1 (white). `tag` is a structure name such as "H1" or "P".
void pc_draw_text(pc_document *document, const pc_text *text, int first, int count, double x,
                  double y, double grey, const char *tag);
void pc_fill(pc_document *document, double x, double y, double width, double height, double grey);
void pc_stroke(pc_document *document, double x, double y, double width, double height,
               double thickness, bool dashed, double grey);

// An entry of the table of contents that viewers show beside the pages.
void pc_bookmark(pc_document *document, const char *title, int page, double y);

#endif
