package org.triviumcrm.identity.signin;

import java.util.List;
import org.springframework.stereotype.Component;

/** The parts of a user agent that a person recognises. Used in templates through {@code @browserName}. */
@Component("browserName")
public class BrowserName {

    private record Sign(String mark, String name) {}

    /** In this order: later browsers name the earlier ones as well. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger/", "WeChat"),
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("HeadlessChrome/", "Chromium"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"),
            new Sign("curl/", "curl"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    public String browser(String agent) {
        return first(BROWSERS, agent);
    }

    public String system(String agent) {
        return first(SYSTEMS, agent);
    }

    private static String first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.mark()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
