package org.triviumcrm.shared.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainHtmlTests {

    @Test
    void nothingThatWasTypedBecomesHtml() {
        assertThat(PlainHtml.of("<script>alert(1)</script>\n\"a\" & 'b'"))
                .isEqualTo(
                        "<html><body><p>&lt;script&gt;alert(1)&lt;/script&gt;<br>\n&quot;a&quot; &amp; &#39;b&#39;</p></body></html>");
    }

    @Test
    void paragraphsAndAddressesAreKept() {
        assertThat(PlainHtml.of("Look:\r\n\r\nhttps://example.com/a?b=1&c=\"2, or (http://b.example)，好"))
                .isEqualTo(
                        "<html><body><p>Look:</p><p><a href=\"https://example.com/a?b=1&amp;c=\">https://example.com/a?b=1&amp;c=</a>"
                                + "&quot;2, or (<a href=\"http://b.example\">http://b.example</a>)，好</p></body></html>");
    }
}
