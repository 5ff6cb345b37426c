package org.triviumcrm.shared.page;

import static org.triviumcrm.shared.page.MomentMarkup.escaped;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.DrawnRow;
import org.triviumcrm.shared.list.ListCell;
import org.triviumcrm.shared.list.ListHead;
import org.triviumcrm.shared.list.ListMark;
import org.triviumcrm.shared.list.ListRow;
import org.triviumcrm.shared.web.IconSprite;

/** The cells of a {@link DrawnRow}, and the box to tick before them. */
final class RowMarkup implements KitAttribute.Markup {

    private final IconSprite icons;
    private final Format format;
    private final MomentMarkup moments;

    RowMarkup(IconSprite icons, Format format) {
        this.icons = icons;
        this.format = format;
        moments = new MomentMarkup(format);
    }

    @Override
    public String of(ITemplateContext context, @Nullable Object value) {
        if (!(value instanceof DrawnRow drawn)) {
            throw new IllegalArgumentException("No row of a list: " + value);
        }
        List<ListHead> heads = drawn.page().heads();
        ListRow row = drawn.row();
        StringBuilder html = new StringBuilder(200 * heads.size());
        if (drawn.selectable()) {
            tick(context, html, row);
        }
        for (int i = 0; i < heads.size(); i++) {
            ListHead head = heads.get(i);
            String look = head.look(i == 0);
            html.append("<td");
            attribute(html, "class", look.isEmpty() ? null : look);
            attribute(html, "data-label", head.title());
            html.append('>');
            cell(context, html, row.cells().get(i));
            ListMark mark = drawn.page().definition().mark();
            if (i == 0 && row.marked() != null && mark != null) {
                mark(context, html, mark, row.marked());
            }
            html.append("</td>");
        }
        return html.toString();
    }

    private void tick(ITemplateContext context, StringBuilder html, ListRow row) {
        html.append("<td class=\"list-tick\"><input class=\"form-check-input\" type=\"checkbox\" name=\"ids\"")
                .append(" form=\"list-selection\" data-select");
        attribute(html, "value", String.valueOf(row.id()));
        attribute(
                html,
                "aria-label",
                message(context, "shared.list.select", row.cells().get(0).value()));
        html.append("></td>");
    }

    private void cell(ITemplateContext context, StringBuilder html, ListCell cell) {
        String text = escaped(cell.text(format));
        if (cell.isPlain()) {
            html.append(text);
            return;
        }
        if (cell.link() != null) {
            html.append("<a");
            attribute(html, "href", context.buildLink(cell.link(), null));
            html.append('>').append(text).append("</a>");
        }
        if (cell.website() != null) {
            html.append("<a");
            attribute(html, "href", cell.website());
            html.append(" rel=\"noopener noreferrer\" target=\"_blank\">")
                    .append(text)
                    .append("</a>");
        }
        if (cell.badge() != null) {
            html.append("<span");
            attribute(html, "class", "badge state-" + cell.badge());
            html.append('>').append(text).append("</span>");
        }
        if (cell.value() instanceof Instant at) {
            moment(context, html, at, cell.isLate(format));
        }
    }

    private void moment(ITemplateContext context, StringBuilder html, Instant at, boolean late) {
        if (!late) {
            html.append(moments.of(at));
            return;
        }
        html.append("<span class=\"badge state-overdue\">")
                .append(moments.of(at))
                .append("<span class=\"visually-hidden\">")
                .append(escaped(message(context, "shared.list.late")))
                .append("</span></span>");
    }

    private void mark(ITemplateContext context, StringBuilder html, ListMark mark, String marked) {
        html.append(" <a class=\"badge state-waiting\" draggable=\"false\"");
        attribute(html, "href", context.buildLink(mark.href(marked), null));
        html.append('>')
                .append(icons.svg(mark.icon()))
                .append(" <span>")
                .append(escaped(message(context, mark.message())))
                .append("</span></a>");
    }

    private static void attribute(StringBuilder html, String name, @Nullable String value) {
        if (value != null) {
            html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    private static String message(ITemplateContext context, String key, @Nullable Object... arguments) {
        return context.getMessage(RowMarkup.class, key, arguments, true);
    }
}
