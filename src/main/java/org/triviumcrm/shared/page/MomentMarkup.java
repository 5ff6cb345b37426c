package org.triviumcrm.shared.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.triviumcrm.shared.format.Format;
import org.unbescape.html.HtmlEscape;

/** How long ago a moment is, with the exact time on hover. */
final class MomentMarkup implements KitAttribute.Markup {

    private final Format format;

    MomentMarkup(Format format) {
        this.format = format;
    }

    @Override
    public String of(ITemplateContext context, @Nullable Object at) {
        return of((Instant) at);
    }

    String of(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        return "<time datetime=\"" + at + "\" title=\"" + escaped(format.dateTime(at)) + "\">" + escaped(format.ago(at))
                + "</time>";
    }

    static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
