package org.triviumcrm.survey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Has customers asked, for modules above. What they answer is told by {@link SurveyAnswered}. */
public interface Surveys {

    /**
     * Somebody to be asked by a link of their own.
     *
     * @param about what the answer will name, such as {@code ticket:42}; null for nothing
     */
    record Invitation(
            long surveyId,
            String address,
            @Nullable String name,
            @Nullable Long customerId,
            @Nullable Long contactId,
            @Nullable String about) {}

    /** Those that can be answered, and the present one whatever has become of it. */
    List<Option> choices(Viewer viewer, @Nullable Long present);

    /** Whether it is there to be chosen. */
    boolean isChoice(long surveyId);

    /** Whether somebody was asked anything at this address after that. */
    boolean wasAsked(String address, Instant since);

    /**
     * What a contact was asked by a link of their own.
     *
     * @param path of its answering pages; null when it can't be answered any more
     */
    record Asked(
            long id,
            String title,
            Instant at,
            @Nullable Instant answeredAt,
            @Nullable Instant until,
            @Nullable String path) {}

    /** The latest first, a hundred at most; the caller knows that this contact is who asks. */
    List<Asked> askedOf(long contactId, boolean chinese);

    /**
     * Sends the link, in the caller's transaction.
     *
     * @return false when nothing was sent: the survey can't be answered as things are, or no letters leave here
     */
    boolean invite(Invitation invitation);
}
