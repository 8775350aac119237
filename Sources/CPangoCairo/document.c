#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CPangoCairo.h"
#include "libraries.h"

// No summary comes near it; a fault that would fill the memory stops here.
static const size_t byte_limit = 256u << 20;

struct pc_document {
  const pc_libraries *lib;
  cairo_surface_t *surface;
  cairo_t *cairo;
  PangoContext *context;
  char *font;
  uint8_t *bytes;
  size_t count, capacity;
  bool out_of_memory;
};

struct pc_text {
  const pc_libraries *lib;
  PangoLayout *layout;
  int lines;
};

bool pc_is_available(void) { return pc_libraries_open() != NULL; }

static int append(void *closure, const unsigned char *data, unsigned int length) {
  pc_document *d = closure;
  if (length > d->capacity - d->count) {
    size_t needed = d->count + length, capacity = d->capacity * 2;
    if (capacity < needed) capacity = needed;
    if (capacity < 1u << 16) capacity = 1u << 16;
    uint8_t *bytes = needed > byte_limit ? NULL : realloc(d->bytes, capacity);
    if (bytes == NULL) {
      d->out_of_memory = true;
      return CAIRO_STATUS_WRITE_ERROR_;
    }
    d->bytes = bytes;
    d->capacity = capacity;
  }
  memcpy(d->bytes + d->count, data, length);
  d->count += length;
  return CAIRO_STATUS_SUCCESS_;
}

// Hinting and rounding fit glyphs to a screen's pixels; without them letters
// stand where the font puts them, and equally so on every machine.
static void set_font_options(pc_document *d) {
  cairo_font_options_t *options = d->lib->cairo_font_options_create();
  d->lib->cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE_);
  d->lib->cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF_);
  d->lib->pango_cairo_context_set_font_options(d->context, options);
  d->lib->cairo_font_options_destroy(options);
  d->lib->pango_context_set_round_glyph_positions(d->context, false);
  d->lib->pango_cairo_context_set_resolution(d->context, 72);
}

pc_document *pc_open(double width, double height, const char *title, const char *created,
                     const char *font, pc_status *status) {
  const pc_libraries *lib = pc_libraries_open();
  *status = PC_LIBRARY_MISSING;
  if (lib == NULL) return NULL;
  *status = PC_OUT_OF_MEMORY;
  pc_document *d = calloc(1, sizeof *d);
  if (d == NULL) return NULL;
  d->lib = lib;
  d->font = strdup(font);
  d->surface = lib->cairo_pdf_surface_create_for_stream(append, d, width, height);
  d->cairo = lib->cairo_create(d->surface);
  d->context = lib->pango_cairo_create_context(d->cairo);
  if (d->font == NULL || lib->cairo_status(d->cairo) != CAIRO_STATUS_SUCCESS_) {
    pc_close(d);
    return NULL;
  }
  lib->cairo_pdf_surface_restrict_to_version(d->surface, CAIRO_PDF_VERSION_1_5_);
  lib->cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_TITLE_, title);
  lib->cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATOR_, "mesoscreen");
  lib->cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE_, created);
  lib->cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_MOD_DATE_, created);
  set_font_options(d);
  // The root of the structure tree; without it readers do not call a PDF tagged.
  lib->cairo_tag_begin(d->cairo, "Document", "");
  *status = PC_OK;
  return d;
}

void pc_close(pc_document *d) {
  if (d == NULL) return;
  if (d->context != NULL) d->lib->g_object_unref(d->context);
  if (d->cairo != NULL) d->lib->cairo_destroy(d->cairo);
  if (d->surface != NULL) {
    d->lib->cairo_surface_finish(d->surface);
    d->lib->cairo_surface_destroy(d->surface);
  }
  free(d->bytes);
  free(d->font);
  free(d);
}

void pc_next_page(pc_document *d) { d->lib->cairo_show_page(d->cairo); }

pc_status pc_finish(pc_document *d, const uint8_t **bytes, size_t *count) {
  d->lib->cairo_tag_end(d->cairo, "Document");
  int drawing = d->lib->cairo_status(d->cairo);
  d->lib->cairo_surface_finish(d->surface);
  int writing = d->lib->cairo_surface_status(d->surface);
  *bytes = d->bytes;
  *count = d->count;
  if (d->out_of_memory) return PC_OUT_OF_MEMORY;
  return drawing == CAIRO_STATUS_SUCCESS_ && writing == CAIRO_STATUS_SUCCESS_ ? PC_OK
                                                                              : PC_DRAWING_FAILED;
}

void pc_fill(pc_document *d, double x, double y, double width, double height, double grey) {
  d->lib->cairo_set_source_rgb(d->cairo, grey, grey, grey);
  d->lib->cairo_rectangle(d->cairo, x, y, width, height);
  d->lib->cairo_fill(d->cairo);
}

void pc_stroke(pc_document *d, double x, double y, double width, double height,
               double thickness, bool dashed, double grey) {
  const double dashes[] = { 3 * thickness, 2 * thickness };
  d->lib->cairo_save(d->cairo);
  d->lib->cairo_set_source_rgb(d->cairo, grey, grey, grey);
  d->lib->cairo_set_line_width(d->cairo, thickness);
  if (dashed) d->lib->cairo_set_dash(d->cairo, dashes, 2, 0);
  d->lib->cairo_rectangle(d->cairo, x, y, width, height);
  d->lib->cairo_stroke(d->cairo);
  d->lib->cairo_restore(d->cairo);
}

// Cairo reads the place as "page=3 pos=[0.0 120.0]", with a point in every
// locale; whole points need none.
void pc_bookmark(pc_document *d, const char *title, int page, double y) {
  char place[64];
  snprintf(place, sizeof place, "page=%d pos=[0 %d]", page, (int)y);
  d->lib->cairo_pdf_surface_add_outline(d->surface, 0, title, place,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN_);
}

pc_text *pc_text_make(pc_document *d, const char *utf8, size_t length, double width,
                      double size, bool bold, bool italic, bool at_right) {
  const pc_libraries *lib = d->lib;
  if (length > INT32_MAX) return NULL;
  pc_text *text = calloc(1, sizeof *text);
  if (text == NULL) return NULL;
  PangoFontDescription *font = lib->pango_font_description_from_string(d->font);
  lib->pango_font_description_set_absolute_size(font, size * PANGO_SCALE_);
  if (bold) lib->pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD_);
  if (italic) lib->pango_font_description_set_style(font, PANGO_STYLE_ITALIC_);
  text->lib = lib;
  text->layout = lib->pango_layout_new(d->context);
  lib->pango_layout_set_font_description(text->layout, font);
  lib->pango_font_description_free(font);
  lib->pango_layout_set_auto_dir(text->layout, true);
  lib->pango_layout_set_wrap(text->layout, PANGO_WRAP_WORD_CHAR_);
  lib->pango_layout_set_alignment(text->layout, at_right ? PANGO_ALIGN_RIGHT_ : PANGO_ALIGN_LEFT_);
  lib->pango_layout_set_width(text->layout, width < 0 ? -1 : (int)(width * PANGO_SCALE_));
  lib->pango_layout_set_text(text->layout, utf8, (int)length);
  text->lines = lib->pango_layout_get_line_count(text->layout);
  return text;
}

void pc_text_free(pc_text *text) {
  if (text == NULL) return;
  text->lib->g_object_unref(text->layout);
  free(text);
}

int pc_text_missing(const pc_text *text) {
  return text->lib->pango_layout_get_unknown_glyphs_count(text->layout);
}

int pc_text_lines(const pc_text *text) { return text->lines; }

double pc_text_width(const pc_text *text) {
  PangoRectangle logical;
  text->lib->pango_layout_get_extents(text->layout, NULL, &logical);
  return (double)logical.width / PANGO_SCALE_;
}

double pc_text_bottom(const pc_text *text, int line) {
  const pc_libraries *lib = text->lib;
  PangoLayoutIter *iter = lib->pango_layout_get_iter(text->layout);
  int top = 0, bottom = 0;
  for (int i = 0; i < line && lib->pango_layout_iter_next_line(iter); i++) {}
  lib->pango_layout_iter_get_line_yrange(iter, &top, &bottom);
  lib->pango_layout_iter_free(iter);
  return (double)bottom / PANGO_SCALE_;
}

void pc_draw_text(pc_document *d, const pc_text *text, int first, int count, double x, double y,
                  double grey, const char *tag) {
  const pc_libraries *lib = d->lib;
  double top = first == 0 ? 0 : pc_text_bottom(text, first - 1);
  PangoLayoutIter *iter = lib->pango_layout_get_iter(text->layout);
  lib->cairo_tag_begin(d->cairo, tag, "");
  lib->cairo_set_source_rgb(d->cairo, grey, grey, grey);
  for (int line = 0; line < first + count; line++) {
    if (line >= first) {
      PangoRectangle logical;
      lib->pango_layout_iter_get_line_extents(iter, NULL, &logical);
      double baseline = (double)lib->pango_layout_iter_get_baseline(iter) / PANGO_SCALE_;
      lib->cairo_move_to(d->cairo, x + (double)logical.x / PANGO_SCALE_, y + baseline - top);
      lib->pango_cairo_show_layout_line(d->cairo, lib->pango_layout_iter_get_line_readonly(iter));
    }
    if (!lib->pango_layout_iter_next_line(iter)) break;
  }
  lib->cairo_tag_end(d->cairo, tag);
  lib->pango_layout_iter_free(iter);
}
