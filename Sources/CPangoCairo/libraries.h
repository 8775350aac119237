// The functions of Pango, Cairo and GObject that are used, with prototypes of
// our own. Types that only ever pass through as pointers are left incomplete.

#ifndef LIBRARIES_H
#define LIBRARIES_H

#include <stdbool.h>

typedef struct cairo cairo_t;
typedef struct cairo_surface cairo_surface_t;
typedef struct cairo_font_options cairo_font_options_t;
typedef struct pango_context PangoContext;
typedef struct pango_layout PangoLayout;
typedef struct pango_line PangoLayoutLine;
typedef struct pango_iter PangoLayoutIter;
typedef struct pango_font PangoFontDescription;
typedef struct {
  int x, y, width, height;
} PangoRectangle;
typedef int (*cairo_write_func)(void *closure, const unsigned char *data, unsigned int length);

// Values of the libraries' enumerations; they are part of their stable ABI.
enum {
  CAIRO_STATUS_SUCCESS_ = 0,
  CAIRO_STATUS_WRITE_ERROR_ = 11,
  CAIRO_HINT_STYLE_NONE_ = 1,
  CAIRO_HINT_METRICS_OFF_ = 1,
  CAIRO_PDF_VERSION_1_5_ = 1,
  CAIRO_PDF_METADATA_TITLE_ = 0,
  CAIRO_PDF_METADATA_CREATOR_ = 4,
  CAIRO_PDF_METADATA_CREATE_DATE_ = 5,
  CAIRO_PDF_METADATA_MOD_DATE_ = 6,
  CAIRO_PDF_OUTLINE_FLAG_OPEN_ = 1,
  PANGO_SCALE_ = 1024,
  PANGO_WEIGHT_BOLD_ = 700,
  PANGO_STYLE_ITALIC_ = 2,
  PANGO_WRAP_WORD_CHAR_ = 2,
  PANGO_ALIGN_LEFT_ = 0,
  PANGO_ALIGN_RIGHT_ = 2,
};

// X(library, result, name, arguments)
#define EACH_FUNCTION(X)                                                                         \
  X(CAIRO, cairo_surface_t *, cairo_pdf_surface_create_for_stream,                               \
    (cairo_write_func write, void *closure, double width, double height))                        \
  X(CAIRO, void, cairo_pdf_surface_restrict_to_version, (cairo_surface_t * s, int version))      \
  X(CAIRO, void, cairo_pdf_surface_set_metadata,                                                 \
    (cairo_surface_t * s, int kind, const char *utf8))                                           \
  X(CAIRO, int, cairo_pdf_surface_add_outline,                                                   \
    (cairo_surface_t * s, int parent, const char *utf8, const char *link, int flags))            \
  X(CAIRO, void, cairo_surface_finish, (cairo_surface_t * s))                                    \
  X(CAIRO, int, cairo_surface_status, (cairo_surface_t * s))                                     \
  X(CAIRO, void, cairo_surface_destroy, (cairo_surface_t * s))                                   \
  X(CAIRO, cairo_t *, cairo_create, (cairo_surface_t * s))                                       \
  X(CAIRO, int, cairo_status, (cairo_t * c))                                                     \
  X(CAIRO, void, cairo_destroy, (cairo_t * c))                                                   \
  X(CAIRO, void, cairo_show_page, (cairo_t * c))                                                 \
  X(CAIRO, void, cairo_save, (cairo_t * c))                                                      \
  X(CAIRO, void, cairo_restore, (cairo_t * c))                                                   \
  X(CAIRO, void, cairo_set_source_rgb, (cairo_t * c, double red, double green, double blue))     \
  X(CAIRO, void, cairo_set_line_width, (cairo_t * c, double width))                              \
  X(CAIRO, void, cairo_set_dash, (cairo_t * c, const double *dashes, int count, double offset))  \
  X(CAIRO, void, cairo_move_to, (cairo_t * c, double x, double y))                               \
  X(CAIRO, void, cairo_rectangle, (cairo_t * c, double x, double y, double w, double h))         \
  X(CAIRO, void, cairo_fill, (cairo_t * c))                                                      \
  X(CAIRO, void, cairo_stroke, (cairo_t * c))                                                    \
  X(CAIRO, void, cairo_tag_begin, (cairo_t * c, const char *name, const char *attributes))       \
  X(CAIRO, void, cairo_tag_end, (cairo_t * c, const char *name))                                 \
  X(CAIRO, cairo_font_options_t *, cairo_font_options_create, (void))                            \
  X(CAIRO, void, cairo_font_options_destroy, (cairo_font_options_t * o))                         \
  X(CAIRO, void, cairo_font_options_set_hint_style, (cairo_font_options_t * o, int style))       \
  X(CAIRO, void, cairo_font_options_set_hint_metrics, (cairo_font_options_t * o, int metrics))   \
  X(PANGOCAIRO, PangoContext *, pango_cairo_create_context, (cairo_t * c))                       \
  X(PANGOCAIRO, void, pango_cairo_context_set_font_options,                                      \
    (PangoContext * p, const cairo_font_options_t *o))                                           \
  X(PANGOCAIRO, void, pango_cairo_context_set_resolution, (PangoContext * p, double dpi))        \
  X(PANGOCAIRO, void, pango_cairo_show_layout_line, (cairo_t * c, PangoLayoutLine * line))       \
  X(PANGO, void, pango_context_set_round_glyph_positions, (PangoContext * p, int round))         \
  X(PANGO, PangoLayout *, pango_layout_new, (PangoContext * p))                                  \
  X(PANGO, void, pango_layout_set_text, (PangoLayout * l, const char *utf8, int length))         \
  X(PANGO, void, pango_layout_set_width, (PangoLayout * l, int width))                           \
  X(PANGO, void, pango_layout_set_wrap, (PangoLayout * l, int wrap))                             \
  X(PANGO, void, pango_layout_set_alignment, (PangoLayout * l, int alignment))                   \
  X(PANGO, void, pango_layout_set_auto_dir, (PangoLayout * l, int automatic))                    \
  X(PANGO, void, pango_layout_set_spacing, (PangoLayout * l, int spacing))                       \
  X(PANGO, void, pango_layout_set_font_description,                                              \
    (PangoLayout * l, const PangoFontDescription *d))                                            \
  X(PANGO, int, pango_layout_get_line_count, (PangoLayout * l))                                  \
  X(PANGO, int, pango_layout_get_unknown_glyphs_count, (PangoLayout * l))                        \
  X(PANGO, void, pango_layout_get_extents,                                                       \
    (PangoLayout * l, PangoRectangle * ink, PangoRectangle * logical))                           \
  X(PANGO, PangoLayoutIter *, pango_layout_get_iter, (PangoLayout * l))                          \
  X(PANGO, int, pango_layout_iter_next_line, (PangoLayoutIter * i))                              \
  X(PANGO, int, pango_layout_iter_get_baseline, (PangoLayoutIter * i))                           \
  X(PANGO, void, pango_layout_iter_get_line_extents,                                             \
    (PangoLayoutIter * i, PangoRectangle * ink, PangoRectangle * logical))                       \
  X(PANGO, void, pango_layout_iter_get_line_yrange, (PangoLayoutIter * i, int *top, int *bottom)) \
  X(PANGO, PangoLayoutLine *, pango_layout_iter_get_line_readonly, (PangoLayoutIter * i))        \
  X(PANGO, void, pango_layout_iter_free, (PangoLayoutIter * i))                                  \
  X(PANGO, PangoFontDescription *, pango_font_description_from_string, (const char *text))       \
  X(PANGO, void, pango_font_description_set_absolute_size,                                       \
    (PangoFontDescription * d, double size))                                                     \
  X(PANGO, void, pango_font_description_set_weight, (PangoFontDescription * d, int weight))      \
  X(PANGO, void, pango_font_description_set_style, (PangoFontDescription * d, int style))        \
  X(PANGO, void, pango_font_description_free, (PangoFontDescription * d))                        \
  X(GOBJECT, void, g_object_unref, (void *object))

#define DECLARE(library, result, name, arguments) result(*name) arguments;
typedef struct {
  EACH_FUNCTION(DECLARE)
} pc_libraries;
#undef DECLARE

// The open libraries, or NULL when one of them is missing.
const pc_libraries *pc_libraries_open(void);

#endif
