package org.triviumcrm.messaging.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Whether e-mails can be sent, and how: the server ({@code spring.mail.*}), the sender ({@code trivium.mail.from}) and the address
 * that links begin with ({@code trivium.public-url}); a request could name any host, so it is never asked.
 */
@Component
public class MailSettings {

    static final String HOST = "spring.mail.host";
    static final String FROM = "trivium.mail.from";
    static final String PUBLIC_URL = "trivium.public-url";

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;
    private final String publicUrl;

    MailSettings(ObjectProvider<JavaMailSenderImpl> sender, Environment environment) {
        this.sender = sender.getIfAvailable();
        this.from = environment.getProperty(FROM, "").strip();
        this.publicUrl = environment.getProperty(PUBLIC_URL, "").strip().replaceAll("/+$", "");
    }

    public boolean isReady() {
        return missing().isEmpty();
    }

    /** The properties without which no e-mail is sent, or that can't be understood. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (sender == null || sender.getHost() == null || sender.getHost().isBlank()) {
            missing.add(HOST);
        }
        if (address() == null) {
            missing.add(FROM);
        }
        if (!isWebAddress()) {
            missing.add(PUBLIC_URL);
        }
        return missing;
    }

    /** Name and port of the server; never the user or the password. */
    public String server() {
        JavaMailSenderImpl present = sender;
        if (present == null || present.getHost() == null) {
            return "";
        }
        return present.getPort() > 0 ? present.getHost() + ":" + present.getPort() : present.getHost();
    }

    public String from() {
        return from;
    }

    /** The whole address of a page, from its path. */
    public String url(String path) {
        return publicUrl + path;
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl present = sender;
        if (present == null) {
            throw new IllegalStateException(HOST + " is not set");
        }
        return present;
    }

    @Nullable
    InternetAddress address() {
        try {
            return from.isEmpty() ? null : new InternetAddress(from, true);
        } catch (AddressException e) {
            return null;
        }
    }

    private boolean isWebAddress() {
        try {
            URI uri = URI.create(publicUrl);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
