package org.triviumcrm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.identity.setup.SetupService;
import org.triviumcrm.identity.setup.StartCompany;

/** What the first page costs with nothing in the browser's cache: bytes as they go over the wire, everything loaded. */
class PageWeightTests extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(PageWeightTests.class);
    private static final String PASSWORD = "a long enough sentence";
    private static final String DEMO_PASSWORD = "four kites above the dunes";
    private static final int MOST = 250_000;

    @BeforeAll
    void company(@Autowired SetupService setup) {
        setup.start(new StartCompany(
                "Harbour and Vale", "GBP", "en", "Europe/London", "Alex", "alex", null, PASSWORD, true, DEMO_PASSWORD));
    }

    @Test
    void theSignInPageIsLight() {
        Map<String, Long> transferred = weigh(() -> visit("/sign-in"));

        assertThat(total("sign-in", transferred)).isBetween(1L, (long) MOST);
    }

    @Test
    void theHomePageIsLight() {
        signIn("priya.raman", DEMO_PASSWORD);

        Map<String, Long> transferred = weigh(() -> visit("/"));

        assertThat(transferred).hasSizeGreaterThan(5);
        assertThat(total("home", transferred)).isBetween(1L, (long) MOST);
    }

    private static long total(String page, Map<String, Long> transferred) {
        long total = transferred.values().stream().mapToLong(Long::longValue).sum();
        LOG.info("{}: {} bytes in {} answers {}", page, total, transferred.size(), new TreeMap<>(transferred));
        return total;
    }

    /** Bytes by address, answers' heads included. */
    private Map<String, Long> weigh(Runnable load) {
        CDPSession browser = page.context().newCDPSession(page);
        Map<String, String> addresses = new ConcurrentHashMap<>();
        Map<String, Long> transferred = new ConcurrentHashMap<>();
        browser.on(
                "Network.responseReceived",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("response")
                                .get("url")
                                .getAsString()
                                .replaceAll("^https?://[^/]*", "")));
        browser.on("Network.loadingFinished", event -> {
            String address = addresses.get(event.get("requestId").getAsString());
            if (address != null && address.startsWith("/")) {
                transferred.merge(address, event.get("encodedDataLength").getAsLong(), Long::sum);
            }
        });
        browser.send("Network.enable");
        browser.send("Network.clearBrowserCache");
        load.run();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return transferred;
    }
}
