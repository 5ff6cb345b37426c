package org.triviumcrm.shared.markup;

import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text in Markdown, with tables. HTML within it is text; what comes out is cleaned all the same. A picture is one that is kept here,
 * {@code ![what it shows](picture:12)}; of any other its words are left, as pages load nothing from elsewhere.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private static final Pattern KEPT = Pattern.compile("picture:(\\d{1,18})");

    /** Within this application. */
    private static final Pattern HERE = Pattern.compile("(?:/[a-z0-9-]+)+");

    /** No styles, no scripts, no pictures of others. The page has its own first heading. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4")
            .allowElements((element, attributes) -> lower(element), "h1", "h5", "h6")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("src")
            .matching(HERE)
            .onElements("img")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /** Without pictures. */
    public static CleanHtml html(String text) {
        return cleaned(parse(text, null));
    }

    /** @param pictures gives the address of a picture that is kept here, by its number */
    public static CleanHtml html(String text, LongFunction<String> pictures) {
        return cleaned(parse(text, pictures));
    }

    private static CleanHtml cleaned(Node document) {
        return new CleanHtml(ALLOWED.sanitize(HTML.render(document)));
    }

    /** The words alone, without marks; cells of a row with a dot between. */
    public static String words(String text) {
        return TEXT.render(parse(text, null)).replace("| ", " · ");
    }

    private static Node parse(String text, @Nullable LongFunction<String> pictures) {
        Node document = PARSER.parse(text);
        document.accept(new Pictures(pictures));
        return document;
    }

    private static String lower(String heading) {
        return heading.equals("h1") ? "h2" : "h4";
    }

    /** Finds what is kept here, and leaves the words of everything else. */
    private static final class Pictures extends AbstractVisitor {

        private final @Nullable LongFunction<String> addresses;

        Pictures(@Nullable LongFunction<String> addresses) {
            this.addresses = addresses;
        }

        @Override
        public void visit(Image image) {
            Matcher kept = KEPT.matcher(image.getDestination());
            if (addresses != null && kept.matches()) {
                image.setDestination(addresses.apply(Long.parseLong(kept.group(1))));
                return;
            }
            for (Node word = image.getFirstChild(); word != null; word = image.getFirstChild()) {
                image.insertBefore(word);
            }
            image.unlink();
        }
    }
}
