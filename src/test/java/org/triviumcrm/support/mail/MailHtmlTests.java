package org.triviumcrm.support.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triviumcrm.support.message.ShownFile;

class MailHtmlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>",
                "<iframe src='https://evil.example'></iframe>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<form action='https://evil.example'><input name=password></form>",
                "<div style='position:fixed;top:0;background:url(https://evil.example/p)'>x</div>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href='https://evil.example'>",
                "<link rel=stylesheet href='https://evil.example/x.css'>",
                "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
                "<object data='https://evil.example'></object>",
                "<style>@import 'https://evil.example'</style>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"
            })
    void whatDoesSomethingIsGone(String html) {
        assertThat(MailHtml.clean(html)).doesNotContain("alert", "evil.example", "svg", "style", "password");
    }

    @Test
    void whatIsOnlySeenStays() {
        String cleaned = MailHtml.clean(
                "<table bgcolor=red><tr><td align=right>1</td></tr></table><p>a <b>b</b> <font color=red>c</font>"
                        + "<a href='https://example.com'>d</a><img src='https://example.com/p.png' alt=e>");
        assertThat(cleaned)
                .contains(
                        "<table bgcolor=\"red\">",
                        "<b>b</b>",
                        "color=\"red\"",
                        "rel=\"noopener noreferrer nofollow\"",
                        "p.png");
    }

    @Test
    void picturesFromElsewhereWaitUntilTheyAreAskedFor() {
        String html =
                MailHtml.clean("<p>Hi</p><img src='https://example.com/p.png'><img src='cid:pic'><img src='cid:gone'>");
        List<ShownFile> files = List.of(new ShownFile(7, "pic"));
        String first = MailLayout.page(html, files, "/files/", false, "Not loaded.", "Load");
        assertThat(first)
                .contains("src=\"/files/7\"", "Not loaded.", "href=\"?pictures=true\"")
                .doesNotContain("example.com", "cid:");
        String then = MailLayout.page(html, files, "/files/", true, "Not loaded.", "Load");
        assertThat(then).contains("https://example.com/p.png").doesNotContain("Not loaded.");
        assertThat(MailLayout.policy(false))
                .contains("img-src 'self' data:;")
                .contains("script-src 'none'", "object-src 'none'");
        assertThat(MailLayout.policy(true)).contains("https:");
    }
}
