package org.triviumcrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstRunTests extends BrowserTest {

    @Test
    void asksForTheCompanyWhileThereIsNobody() {
        visit("/");
        assertThat(page.url()).endsWith("/setup");
        screenshot("first-run");
        assertAccessible();
    }

    @Test
    void fitsOnAPhone() {
        onAPhone();
        visit("/setup");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        screenshot("first-run-phone");
    }
}
