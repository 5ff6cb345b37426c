package org.triviumcrm.support.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a mail, put where they belong: what is read, what is attached, what a mail server reports. */
final class MailParts {

    /** Deeper, and more of them, nobody has meant. */
    private static final int DEEPEST = 20;

    private static final int MOST = 300;
    private static final int LONGEST_NAME = 200;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private final List<ReadPart> files = new ArrayList<>();
    private boolean delivery;
    private boolean receipt;
    private int count;

    void read(Part whole) throws MessagingException {
        read(whole, 0);
    }

    /** What it says; from its HTML when it has no other words. */
    String text() {
        String plain = text.toString().strip();
        return plain.isEmpty() && !html.isEmpty() ? MailHtml.text(html.toString()) : plain;
    }

    @Nullable
    String html() {
        return html.isEmpty() ? null : html.toString();
    }

    List<ReadPart> files() {
        return files;
    }

    /** Whether a mail server says in it that it could not bring something. */
    boolean isReport() {
        return delivery;
    }

    /** Whether a program says in it that a letter was shown to somebody. */
    boolean isReceipt() {
        return receipt;
    }

    String report() {
        return report.toString();
    }

    private void read(Part part, int depth) throws MessagingException {
        if (++count > MOST || depth > DEEPEST) {
            return;
        }
        ContentType type = type(part);
        if (type.match("multipart/*")) {
            readAll(part, type, depth);
        } else if (type.match("message/delivery-status")) {
            delivery = true;
            report.append(MailText.of(bytes(part), null)).append('\n');
        } else if (type.match("text/rfc822-headers") || type.match("message/rfc822") && delivery) {
            report.append(MailText.of(bytes(part), null)).append('\n');
        } else if (type.match("message/disposition-notification")) {
            receipt = true;
        } else if (isAttached(part, type)) {
            attach(part, type);
        } else if (type.match("text/html")) {
            html.append(MailText.of(bytes(part), type.getParameter("charset")));
        } else {
            String words =
                    MailText.of(bytes(part), type.getParameter("charset")).strip();
            text.append(text.isEmpty() || words.isEmpty() ? "" : "\n\n").append(words);
        }
    }

    private void readAll(Part part, ContentType type, int depth) throws MessagingException {
        Multipart parts;
        int size;
        try {
            parts = part.getContent() instanceof Multipart content
                    ? content
                    : new MimeMultipart(part.getDataHandler().getDataSource());
            size = parts.getCount();
        } catch (IOException | MessagingException | ClassCastException e) {
            // without its borders it is one text
            text.append(MailText.of(bytes(part), type.getParameter("charset")));
            return;
        }
        for (int i = 0; i < size; i++) {
            BodyPart inner = parts.getBodyPart(i);
            read(inner, depth + 1);
        }
    }

    /** A text with a name is a file, any other is read; what is no text is a file. */
    private static boolean isAttached(Part part, ContentType type) throws MessagingException {
        String disposition = disposition(part);
        boolean text = type.match("text/plain") || type.match("text/html");
        return !text || Part.ATTACHMENT.equalsIgnoreCase(disposition) || fileName(part, type) != null;
    }

    private void attach(Part part, ContentType type) throws MessagingException {
        String given = fileName(part, type);
        String name = given == null || given.isBlank() ? named(type) : given;
        String[] ids = part.getHeader("Content-ID");
        String id = ids == null ? null : ids[0].replaceAll("[<>\\s]", "");
        files.add(new ReadPart(cut(name), id == null || id.isEmpty() ? null : id, bytes(part)));
    }

    private String named(ContentType type) {
        String kind = type.getSubType().toLowerCase(Locale.ROOT);
        String ending =
                type.match("message/rfc822") ? "eml" : kind.equals("plain") ? "txt" : kind.replaceAll("[^a-z0-9]", "");
        return "file-" + (files.size() + 1) + "." + ending;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static @Nullable String fileName(Part part, ContentType type) {
        String name;
        try {
            name = part.getFileName();
        } catch (MessagingException e) {
            name = type.getParameter("name");
        }
        if (name == null) {
            return null;
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static ContentType type(Part part) {
        try {
            return new ContentType(part.getContentType());
        } catch (MessagingException e) {
            try {
                return new ContentType("text/plain");
            } catch (ParseException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** Decoded as it says, else as it came. */
    private static byte[] bytes(Part part) throws MessagingException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException | MessagingException e) {
            return rawBytes(part);
        }
    }

    private static byte[] rawBytes(Part part) throws MessagingException {
        try (InputStream content = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
