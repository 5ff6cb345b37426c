package org.triviumcrm.support.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes as the text they mean, whatever a mail says of them. */
final class MailText {

    private MailText() {}

    /** @param named what the mail says, null for nothing */
    static String of(byte[] bytes, @Nullable String named) {
        Charset charset = charset(named);
        String text = charset == null ? guessed(bytes) : new String(bytes, charset);
        // the database keeps no zeros
        return text.replace("\u0000", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    private static @Nullable Charset charset(@Nullable String named) {
        if (named == null) {
            return null;
        }
        String name = named.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        // what says it is an older one is often written in the newer one, which holds all of it
        if (name.equals("gb2312") || name.equals("gbk") || name.equals("x-gbk")) {
            return Charset.forName("GB18030");
        }
        if (name.equals("iso-8859-1") || name.equals("us-ascii") || name.equals("ascii")) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
