package org.triviumcrm.shared.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void showsHeadingsListsLinksAndTables() {
        String html = Markdown.html("""
                        # Top

                        1. **one**
                        2. [two](https://example.com/a?b=1&c=2)

                        | Oil | Change |
                        |---|---|
                        | VG 220 | 5,000 h |
                        """).markup();
        assertThat(html)
                .contains("<h2>Top</h2>", "<strong>one</strong>", "<th>Oil</th>", "<td>VG 220</td>")
                .contains("href=\"https://example.com/a?b&#61;1&amp;c&#61;2\"", "rel=\"nofollow noopener noreferrer\"")
                .doesNotContain("<h1>");
    }

    /** Whatever somebody writes: no script runs, nothing is loaded from elsewhere, nothing leaves its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![x](https://evil.example/pixel.png)",
                "[x](javascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=https://evil.example></iframe>",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\">x</p>",
                "<form action=https://evil.example><input name=password></form>",
                "<svg/onload=alert(1)>",
                "<math><mtext></p><img src=1 onerror=alert(1)>",
                "```\n</code></pre><script>alert(1)</script>\n```",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "[x](https://a.example \"onmouseover=alert(1)\")"
            })
    void isHarmlessWhateverItSays(String text) {
        assertThat(Markdown.html(text).markup().toLowerCase())
                .doesNotContain("<script", "<img", "<iframe", "<style", "<svg", "<form", "<input", "<math", "style=")
                .doesNotContainPattern("<[^>]*\\son\\w+=")
                .doesNotContainPattern("href=\"(?!https?:|mailto:|tel:)");
    }

    @Test
    void showsOnlyPicturesThatAreKeptHere() {
        String text = "![A **red** wire](picture:12) ![x](https://evil.example/pixel.png) ![y](picture:12x)";
        assertThat(Markdown.html(text, id -> "/somewhere/" + id).markup())
                .contains("<img src=\"/somewhere/12\" alt=\"A red wire\" />", " x y")
                .doesNotContain("evil");
        assertThat(Markdown.html("![a](picture:1)", id -> "//evil.example/" + id)
                        .markup())
                .doesNotContain("evil");
        assertThat(Markdown.html(text).markup()).isEqualTo("<p>A <strong>red</strong> wire x y</p>\n");
        assertThat(Markdown.words(text)).isEqualTo("A red wire x y");
    }

    @Test
    void givesTheWordsAlone() {
        assertThat(Markdown.words("## Alarm **E-17**\n\n- [check](https://x.example) it"))
                .contains("Alarm E-17", "check")
                .doesNotContain("#", "**", "](");
    }
}
