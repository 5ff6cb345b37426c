package org.triviumcrm.support.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of a mail: what can be understood of them, never a complaint. */
final class MailHeaders {

    private static final int LONGEST_ID = 1000;
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern ID = Pattern.compile("<\\s*([^<>\\s]+)\\s*>");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[^\\s<>@,;:\"]+@[^\\s<>@,;:\"]+");

    private final InternetHeaders headers;

    MailHeaders(InternetHeaders headers) {
        this.headers = headers;
    }

    /** @param raw a whole mail */
    static MailHeaders of(byte[] raw) {
        try {
            return new MailHeaders(new InternetHeaders(begun(raw), true));
        } catch (MessagingException e) {
            return new MailHeaders(new InternetHeaders());
        }
    }

    /** A mail to be read: one whose first line goes on with a header that is not there gets one, for which the library looks in vain. */
    static InputStream begun(byte[] raw) {
        InputStream mail = new ByteArrayInputStream(raw);
        return raw.length > 0 && (raw[0] == ' ' || raw[0] == '\t')
                ? new SequenceInputStream(new ByteArrayInputStream("X-Lost:".getBytes(StandardCharsets.US_ASCII)), mail)
                : mail;
    }

    boolean has(String name) {
        return headers.getHeader(name) != null;
    }

    /** Unfolded and decoded; empty when it is not there. */
    String text(String name) {
        String[] values = headers.getHeader(name);
        return values == null ? "" : decoded(values[0]);
    }

    /** The same without capitals, for headers that programs write. */
    String word(String name) {
        return text(name).toLowerCase(Locale.ROOT);
    }

    static String decoded(String value) {
        String unfolded = utf8(MimeUtility.unfold(value));
        String text;
        try {
            text = MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            text = unfolded;
        }
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Headers come as bytes: some programs write UTF-8 there without saying so. */
    private static String utf8(String value) {
        if (value.chars().anyMatch(letter -> letter > 0xFF)) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        String read = new String(bytes, StandardCharsets.UTF_8);
        return read.indexOf('\uFFFD') < 0 ? read : value;
    }

    /** The Message-ID, without brackets. */
    @Nullable
    String id() {
        String text = text("Message-ID");
        Matcher bracketed = ID.matcher(text);
        String id = bracketed.find() ? bracketed.group(1) : text.replaceAll("[<>\\s]", "");
        return id.isEmpty() || id.length() > LONGEST_ID ? null : id;
    }

    /** What it answers, the nearest first. */
    List<String> answers() {
        List<String> earlier = ids("References");
        Collections.reverse(earlier);
        List<String> answers = new ArrayList<>(ids("In-Reply-To"));
        answers.addAll(earlier);
        return answers.stream().distinct().toList();
    }

    private List<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(text(name));
        while (id.find()) {
            if (id.group(1).length() <= LONGEST_ID) {
                ids.add(id.group(1));
            }
        }
        return ids;
    }

    /** The first address of a header that can be understood. */
    Optional<InternetAddress> address(String name) {
        String[] values = headers.getHeader(name);
        if (values == null) {
            return Optional.empty();
        }
        for (InternetAddress address : parsed(MimeUtility.unfold(values[0]))) {
            String plain = address.getAddress();
            if (plain != null
                    && plain.length() <= LONGEST_ADDRESS
                    && PLAIN_ADDRESS.matcher(plain).matches()) {
                return Optional.of(address);
            }
        }
        Matcher plain = PLAIN_ADDRESS.matcher(decoded(values[0]));
        return plain.find() && plain.group().length() <= LONGEST_ADDRESS
                ? Optional.of(address(plain.group(), null))
                : Optional.empty();
    }

    private static InternetAddress[] parsed(String value) {
        try {
            return InternetAddress.parseHeader(value, false);
        } catch (AddressException e) {
            return new InternetAddress[0];
        }
    }

    private static InternetAddress address(String plain, @Nullable String name) {
        try {
            return new InternetAddress(plain, name);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything in the headers that say where it was brought. */
    List<String> recipients() {
        List<String> found = new ArrayList<>();
        for (String name : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")) {
            String[] values = headers.getHeader(name);
            if (values != null) {
                for (String value : values) {
                    found.add(decoded(value));
                }
            }
        }
        return found;
    }

    /** All of it, for looking for what mail servers repeat. */
    String all() {
        StringBuilder text = new StringBuilder();
        for (Header header : Collections.list(headers.getAllHeaders())) {
            text.append(header.getName()).append(": ").append(header.getValue()).append('\n');
        }
        return text.toString();
    }
}
