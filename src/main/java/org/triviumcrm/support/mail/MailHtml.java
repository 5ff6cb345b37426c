package org.triviumcrm.support.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The HTML of mails: cleaned of everything that does something (scripts, forms, frames, styles that could cover the page), and as
 * plain text. Pictures stay as they are named; whether they are shown is decided when somebody looks.
 */
final class MailHtml {

    private static final Safelist SAFE = Safelist.relaxed()
            .addTags("hr", "font", "center", "s", "del", "ins", "address", "big", "tt")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("table", "align", "bgcolor", "border", "cellpadding", "cellspacing")
            .addAttributes("td", "align", "bgcolor", "valign")
            .addAttributes("th", "align", "bgcolor", "valign")
            .addAttributes("tr", "align", "bgcolor", "valign")
            .addAttributes("p", "align")
            .addAttributes("div", "align")
            .addProtocols("img", "src", "cid", "data")
            .addProtocols("a", "href", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private MailHtml() {}

    static String clean(String html) {
        Document cleaned = new Cleaner(SAFE).clean(Jsoup.parse(html));
        cleaned.outputSettings(new Document.OutputSettings().prettyPrint(false));
        cleaned.select("img[src^=data:]").forEach(picture -> {
            if (!picture.attr("src").matches("(?is)data:image/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\\s]*")) {
                picture.removeAttr("src");
            }
        });
        return cleaned.body().html();
    }

    /** As people would have typed it: lines, lists, and the addresses of links that do not show them. */
    static String text(String html) {
        TextWriter writer = new TextWriter();
        NodeTraversor.traverse(writer, Jsoup.parse(html).body());
        return writer.text
                .toString()
                .replaceAll("[ \\t\\u00a0]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static final class TextWriter implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String said = words.text();
                append(text.isEmpty() || endsWith('\n') ? said.stripLeading() : said);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> text.append('\n');
                    case "li" -> line("- ");
                    case "hr" -> line("----\n");
                    case "td", "th" -> append(endsWith('\n') || text.isEmpty() ? "" : "  ");
                    default -> begin(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String url = element.attr("href");
                if (element.normalName().equals("a")
                        && url.startsWith("http")
                        && !element.text().contains(url)) {
                    append(" <" + url + ">");
                }
                if (element.normalName().matches("p|h[1-6]|table|ul|ol|blockquote|pre")) {
                    line("\n");
                } else if (element.isBlock() && !element.normalName().matches("td|th")) {
                    line("");
                }
            }
        }

        private void begin(Element element) {
            if (element.isBlock()) {
                line("");
            }
        }

        private void line(String words) {
            if (!text.isEmpty() && !endsWith('\n')) {
                text.append('\n');
            }
            text.append(words);
        }

        private void append(String words) {
            text.append(words);
        }

        private boolean endsWith(char last) {
            return !text.isEmpty() && text.charAt(text.length() - 1) == last;
        }
    }
}
