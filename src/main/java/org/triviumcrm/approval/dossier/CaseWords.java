package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalTrigger;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;

/** What a case says in the reader's language. */
@Component
class CaseWords {

    private final Subjects subjects;
    private final MessageSource messages;
    private final Format format;

    CaseWords(Subjects subjects, MessageSource messages, Format format) {
        this.subjects = subjects;
        this.messages = messages;
        this.format = format;
    }

    /** What is being approved, whoever submitted it in whatever language. */
    List<Snapshot.Line> inWords(Snapshot snapshot, Locale locale) {
        return snapshot.lines().stream()
                .map(line -> line.in((kind, value) -> inWords(kind, value, locale)))
                .toList();
    }

    private String inWords(Snapshot.Kind kind, String value, Locale locale) {
        return switch (kind) {
            case TEXT -> value;
            case DATE -> format.date(LocalDate.parse(value));
            case MONEY -> {
                String[] parts = value.split(" ", 2);
                yield format.money(new BigDecimal(parts[0]), parts[1]);
            }
            case MESSAGES ->
                Stream.of(value.split(" ")).map(key -> say(key, key, locale)).collect(Collectors.joining(" · "));
        };
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
