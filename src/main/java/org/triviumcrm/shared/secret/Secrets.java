package org.triviumcrm.shared.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts what the database keeps and nobody must read there, such as the password of a mailbox. */
@Component
public class Secrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int ROUNDS = 200_000;
    private static final byte[] SALT = "trivium".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySource source;
    private @Nullable SecretKey key;

    Secrets(SecretKeySource source) {
        this.source = source;
    }

    /** Whether there is a key; without one nothing can be kept. */
    public boolean isReady() {
        return source.find().isPresent();
    }

    /** @throws IllegalStateException when there is no key */
    public byte[] encrypt(String secret) {
        byte[] iv = new byte[IV];
        new SecureRandom().nextBytes(iv);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(IV + hidden.length).put(iv).put(hidden).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when there is no key, or it is not the one by which this was encrypted. */
    public Optional<String> decrypt(byte[] hidden) {
        if (!isReady() || hidden.length < IV) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(hidden);
        byte[] iv = new byte[IV];
        bytes.get(iv);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        try {
            return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, iv).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private synchronized SecretKey key() throws GeneralSecurityException {
        SecretKey known = key;
        if (known == null) {
            String phrase = source.find().orElseThrow(() -> new IllegalStateException(SecretKeySource.PROPERTY));
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            byte[] bytes = factory.generateSecret(new PBEKeySpec(phrase.toCharArray(), SALT, ROUNDS, KEY_BITS))
                    .getEncoded();
            known = new SecretKeySpec(bytes, "AES");
            key = known;
        }
        return known;
    }
}
