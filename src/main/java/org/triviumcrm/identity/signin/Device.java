package org.triviumcrm.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where a request comes from. */
public record Device(String address, String browser) implements Serializable {

    static final Device UNKNOWN = new Device("", "");

    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_BROWSER = 400;

    private static final Pattern WRITTEN_OUT = Pattern.compile("([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(%.*)?");
    private static final Pattern ZEROS = Pattern.compile("(^|(?<=[0-9a-f]):)0(:0)+(:|(?=%|$))");

    public static Device of(HttpServletRequest request) {
        return new Device(
                plain(Objects.requireNonNullElse(request.getRemoteAddr(), "")),
                cut(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""), LONGEST_BROWSER));
    }

    /** An address of the net as it is kept. */
    static String plain(String address) {
        return cut(shortened(address), LONGEST_ADDRESS);
    }

    /** An IPv6 address as people write it: {@code ::1} for {@code 0:0:0:0:0:0:0:1}; any other as it is. */
    static String shortened(String address) {
        if (!WRITTEN_OUT.matcher(address).matches()) {
            return address;
        }
        return ZEROS.matcher(address)
                .results()
                .max(Comparator.comparingInt(zeros -> zeros.group().length()))
                .map(zeros -> address.substring(0, zeros.start()) + "::" + address.substring(zeros.end()))
                .orElse(address);
    }

    /** Text from outside, cut to a length and without what a database or a log can't hold. */
    static String cut(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
