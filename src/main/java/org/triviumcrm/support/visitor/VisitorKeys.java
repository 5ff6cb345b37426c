package org.triviumcrm.support.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.chat.ChatRepository;
import org.triviumcrm.support.widget.AskFor;
import org.triviumcrm.support.widget.ChatWidget;
import org.triviumcrm.support.widget.Widgets;

/** Finds what a visitor's page names: a widget by its key, a talk by its token, of which only the hash is kept. */
@Component
class VisitorKeys {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final Widgets widgets;
    private final ChatRepository chats;

    VisitorKeys(Widgets widgets, ChatRepository chats) {
        this.widgets = widgets;
        this.chats = chats;
    }

    ChatWidget widget(String key) {
        return widgets.find(key).orElseThrow(NoSuchChat::new);
    }

    long chat(String key, @Nullable String token) {
        return chats.find(widget(key).getId(), hashed(token)).orElseThrow(NoSuchChat::new);
    }

    /** The address is not kept, only a mark that nobody can read it from. */
    static String marked(ChatWidget widget, String address) {
        return hash(widget.getSecret() + address);
    }

    static String hashed(@Nullable String token) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw new NoSuchChat();
        }
        return hash(token);
    }

    static void limit(int count, int most) {
        if (count > most) {
            throw new TooMuch();
        }
    }

    static void require(AskFor asked, @Nullable String value, String field) {
        if (asked == AskFor.REQUIRED && value == null) {
            throw NotTaken.wrong(field);
        }
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
