package org.triviumcrm.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;

/** Where a request comes from. */
public record Device(String address, String browser) implements Serializable {

    static final Device UNKNOWN = new Device("", "");

    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_BROWSER = 400;

    public static Device of(HttpServletRequest request) {
        return new Device(
                cut(Objects.requireNonNullElse(request.getRemoteAddr(), ""), LONGEST_ADDRESS),
                cut(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""), LONGEST_BROWSER));
    }

    /** Text from outside, cut to a length and without what a database or a log can't hold. */
    static String cut(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
