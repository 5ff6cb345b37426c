package org.triviumcrm.approval.dossier;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.shared.web.Option;

/** What a case says in the reader's language. */
@Component
class CaseWords {

    private final Subjects subjects;
    private final MessageSource messages;

    CaseWords(Subjects subjects, MessageSource messages) {
        this.subjects = subjects;
        this.messages = messages;
    }

    /** What the record is called, such as "Opportunity". */
    String kind(ApprovalCase about, Locale locale) {
        return say("approval.subject." + about.subjectType(), about.subjectType(), locale);
    }

    /** {@code Ann asks for approval: Win}, with where it leads. */
    String asks(String type, String trigger, @Nullable Long target, String submitter, Locale locale) {
        String what = say("approval.trigger." + type + "." + trigger, trigger, locale);
        String where = target == null ? null : target(type, trigger, target, locale);
        Object[] arguments = {submitter, where == null ? what : what + " → " + where};
        return messages.getMessage("approval.case.asks", arguments, locale);
    }

    /** A failure's text is a message key. */
    TrailRow inWords(TrailRow row, Locale locale) {
        String text = row.text();
        return text == null || !row.kind().equals(TrailRepository.Kind.FAILED.name())
                ? row
                : new TrailRow(
                        row.caseId(),
                        row.round(),
                        row.at(),
                        row.person(),
                        row.other(),
                        row.kind(),
                        row.step(),
                        failure(text, locale),
                        row.seconds());
    }

    /** Why something could not be done. */
    @Nullable
    String failure(ApprovalCase about, Locale locale) {
        String failure = about.failure();
        if (failure == null || about.state() != CaseState.FAILED) {
            return null;
        }
        return failure(failure, locale);
    }

    /** A message key, and behind a blank the number under which the log tells more. */
    private String failure(String failure, Locale locale) {
        String[] parts = failure.split(" ", 2);
        Object[] number = {parts.length > 1 ? parts[1] : ""};
        return String.valueOf(messages.getMessage(parts[0], number, parts[0], locale));
    }

    private @Nullable String target(String type, String trigger, long target, Locale locale) {
        return subjects.find(type).stream()
                .flatMap(subject -> subject.triggers().stream())
                .filter(declared -> declared.key().equals(trigger))
                .map(ApprovalTrigger::targets)
                .filter(Objects::nonNull)
                .flatMap(targets -> targets.apply(locale).stream())
                .filter(option -> option.value().equals(target))
                .map(Option::text)
                .findFirst()
                .orElse(null);
    }

    private String say(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }
}
