package org.triviumcrm.support.enquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its customer sees it.
 *
 * @param type what it is about, null unless customers may choose that
 * @param requester who it is of, null when nobody knows
 * @param satisfaction from 1 to 5, null while it is not rated
 * @param answers to the questions of its type
 */
public record EnquiryPage(
        long id,
        long number,
        String name,
        EnquiryStatus status,
        @Nullable String type,
        @Nullable String requester,
        Instant createdAt,
        @Nullable Integer satisfaction,
        List<Answer> answers) {

    public EnquiryPage {
        answers = List.copyOf(answers);
    }

    /** What was answered to a question. @param yesNo whether it is true or false */
    public record Answer(String question, String answer, boolean yesNo) {}

    /** Something said. @param own whether the customer who looks has written it; @param author null for the company, or an unknown customer */
    public record Word(
            long id,
            boolean inbound,
            boolean own,
            @Nullable String author,
            Instant at,
            String said,
            String quoted,
            List<File> files) {

        public Word {
            files = List.copyOf(files);
        }

        Word with(List<File> attached) {
            return new Word(id, inbound, own, author, at, said, quoted, attached);
        }
    }

    public record File(long id, long messageId, String name, String contentType, long size) {}

    /** A part of what was said, the oldest first. @param earlier id of the word before which there are more, null for none */
    public record Talk(List<Word> words, @Nullable Long earlier) {

        static final int SIZE = 50;

        public Talk {
            words = List.copyOf(words);
        }
    }
}
