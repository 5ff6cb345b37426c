package org.triviumcrm.shared.markup;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Text in Markdown, with tables. HTML within it is text; what comes out is cleaned all the same. */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    /** No styles, no scripts, no pictures: pages load nothing from elsewhere. The page has its own first heading. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4")
            .allowElements((element, attributes) -> lower(element), "h1", "h5", "h6")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    public static CleanHtml html(String text) {
        return new CleanHtml(ALLOWED.sanitize(HTML.render(parse(text))));
    }

    /** The words alone, without marks; cells of a row with a dot between. */
    public static String words(String text) {
        return TEXT.render(parse(text)).replace("| ", " · ");
    }

    private static Node parse(String text) {
        return PARSER.parse(text);
    }

    private static String lower(String heading) {
        return heading.equals("h1") ? "h2" : "h4";
    }
}
