package org.triviumcrm.shared.exchange;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Constants as files name them: each has its place in its enum, from 1, for an id. What is called otherwise than the known words,
 * such as "converted: 1", is asked once.
 */
public abstract class ConstantReference<E extends Enum<E>> implements ImportReference {

    private final String key;
    private final Class<E> type;
    private final String texts;
    private final Map<String, Long> words = new HashMap<>();
    private final MessageSource messages;

    /**
     * @param words what files call each constant, in small letters
     * @param texts what the keys of the constants' names begin with, such as {@code marketing.lead.state.}
     */
    protected ConstantReference(
            String key, Class<E> type, Map<E, List<String>> words, String texts, MessageSource messages) {
        this.key = key;
        this.type = type;
        this.texts = texts;
        this.messages = messages;
        words.forEach((constant, all) -> all.forEach(word -> this.words.put(word, id(constant))));
    }

    /** @param id as a row has it */
    protected static <E extends Enum<E>> E constant(Class<E> type, long id) {
        return type.getEnumConstants()[(int) id - 1];
    }

    private static long id(Enum<?> constant) {
        return constant.ordinal() + 1L;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Map<String, Long> find(Collection<String> asked, ImportContext context) {
        Map<String, Long> found = new HashMap<>();
        for (String text : asked) {
            Long id = words.get(text.strip().toLowerCase(Locale.ROOT));
            if (id != null) {
                found.put(text, id);
            }
        }
        return found;
    }

    @Override
    public List<Named> similar(String text, ImportContext context) {
        return List.of();
    }

    /** All of them, whatever is typed, in the language of the page that asks. */
    @Override
    public List<Named> choices(String typed, ImportContext context) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new Named(id(constant), messages.getMessage(texts + constant.name(), null, locale)))
                .toList();
    }
}
