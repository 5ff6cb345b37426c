package org.triviumcrm.support.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.chat.ChatFile;
import org.triviumcrm.support.chat.ChatWord;
import org.triviumcrm.support.chat.ChatWordKind;

/**
 * Something said in a talk, as its visitor gets it.
 *
 * @param kind VISITOR, AGENT or EVENT
 * @param at milliseconds
 * @param author of an agent's word the agent's name
 * @param body plain text; of an event what happened
 * @param file that it is
 * @param client what the visitor's page calls it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Said(
        int seq,
        ChatWordKind kind,
        long at,
        @Nullable String author,
        String body,
        @Nullable OfferedFile file,
        @Nullable String client) {

    /** A file to be had. @param size in bytes */
    record OfferedFile(long id, long size) {}

    static List<Said> of(List<ChatWord> words) {
        return words.stream()
                .map(word -> new Said(
                        word.seq(),
                        word.kind(),
                        word.at().toEpochMilli(),
                        word.author(),
                        word.body(),
                        file(word.file()),
                        word.kind() == ChatWordKind.VISITOR ? word.clientId() : null))
                .toList();
    }

    private static @Nullable OfferedFile file(@Nullable ChatFile file) {
        return file == null ? null : new OfferedFile(file.id(), file.size());
    }
}
