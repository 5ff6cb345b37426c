package org.triviumcrm.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of one language, of all modules together. */
final class Messages {

    static final Path FOLDER = Sources.RESOURCES.resolve("messages");

    private Messages() {}

    static TreeMap<String, String> english() {
        return read("");
    }

    static TreeMap<String, String> chinese() {
        return read("_zh_CN");
    }

    private static TreeMap<String, String> read(String language) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Path file : Sources.files(FOLDER, ".properties")) {
            if (file.getFileName().toString().matches("[a-z]+" + language + "\\.properties")) {
                parse(Sources.text(file)).forEach((key, text) -> {
                    if (texts.put((String) key, (String) text) != null) {
                        throw new IllegalStateException(key + " stands in two modules");
                    }
                });
            }
        }
        return texts;
    }

    private static Properties parse(String source) {
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                Object before = super.put(key, text);
                if (before != null) {
                    throw new IllegalStateException(key + " stands there twice");
                }
                return null;
            }
        };
        try {
            properties.load(new StringReader(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
