package org.triviumcrm.shared.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Plain text as the HTML of a letter: paragraphs, lines, and addresses that can be followed. Nothing else of it is HTML. */
public final class PlainHtml {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[\\x21-\\x7e&&[^<>\"]]*[\\x21-\\x7e&&[^<>\".,;:!?)\\]}']]");

    private PlainHtml() {}

    public static String of(String text) {
        StringBuilder html = new StringBuilder("<html><body>");
        for (String paragraph : text.replace("\r\n", "\n").strip().split("\n\\s*\n")) {
            html.append("<p>").append(lines(paragraph)).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String lines(String paragraph) {
        Matcher address = ADDRESS.matcher(paragraph);
        StringBuilder html = new StringBuilder();
        int from = 0;
        while (address.find()) {
            html.append(escape(paragraph.substring(from, address.start())));
            String url = escape(address.group());
            html.append("<a href=\"").append(url).append("\">").append(url).append("</a>");
            from = address.end();
        }
        return html.append(escape(paragraph.substring(from))).toString().replace("\n", "<br>\n");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
