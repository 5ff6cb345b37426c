package org.triviumcrm.support.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.triviumcrm.support.message.ShownFile;

/**
 * A mail as its sender laid it out, a page of its own: its own pictures come from the ticket, those from elsewhere only when the reader
 * asks, for whoever keeps them learns by that who reads the mail, when and where.
 */
final class MailLayout {

    private static final String SRC = "src";

    private MailLayout() {}

    /** The policy under which it is shown: nothing runs, nothing is sent, and pictures come from where the reader says. */
    static String policy(boolean pictures) {
        return "default-src 'self'; script-src 'none'; style-src 'none'; font-src 'none'; connect-src 'none'; frame-src 'none';"
                + " media-src 'none'; object-src 'none'; img-src 'self' data:" + (pictures ? " https: http:" : "")
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /**
     * @param html cleaned
     * @param files by content id, as the HTML calls them
     * @param pictures whether those from elsewhere are shown
     * @param notice what to say above when there are such that are not, and show them
     */
    static String page(
            String html, List<ShownFile> files, String filesPath, boolean pictures, String notice, String show) {
        Document page = Document.createShell("");
        page.charset(StandardCharsets.UTF_8);
        page.head().appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.body().append(html);
        Map<String, Long> known =
                files.stream().collect(Collectors.toMap(ShownFile::contentId, ShownFile::id, (first, second) -> first));
        boolean hidden = false;
        for (Element picture : page.select("img[src]")) {
            String source = picture.attr(SRC);
            if (source.startsWith("cid:")) {
                Long file = known.get(source.substring("cid:".length()));
                picture.attr(SRC, file == null ? "" : filesPath + file);
            } else if (!source.startsWith("data:") && !pictures) {
                picture.removeAttr(SRC);
                hidden = true;
            }
        }
        if (hidden) {
            Element bar = page.body().prependElement("p");
            bar.appendElement("b").text(notice + " ");
            bar.appendElement("a").attr("href", "?pictures=true").text(show);
            bar.after("<hr>");
        }
        return page.outerHtml();
    }
}
