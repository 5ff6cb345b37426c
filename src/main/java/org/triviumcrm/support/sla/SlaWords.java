package org.triviumcrm.support.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.TicketPriority;

/** Promises and lengths of time as people say them; in templates {@code @slaWords}. */
@Component("slaWords")
public class SlaWords {

    private static final List<TicketPriority> DESCENDING =
            List.of(TicketPriority.URGENT, TicketPriority.HIGH, TicketPriority.NORMAL, TicketPriority.LOW);

    private final MessageSource messages;

    SlaWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Hours and minutes: {@code 4 h 30 min}; what is over is said by its length. */
    public String time(long seconds) {
        return time(seconds, LocaleContextHolder.getLocale());
    }

    String time(long seconds, Locale locale) {
        long minutes = Math.abs(seconds) / 60;
        if (minutes < 60) {
            return say("support.sla.time.minutes", locale, minutes);
        }
        return minutes % 60 == 0
                ? say("support.sla.time.hours", locale, minutes / 60)
                : say("support.sla.time.both", locale, minutes / 60, minutes % 60);
    }

    /** What a policy promises, a line for each priority about which it promises anything. */
    List<String> targets(PolicyTargets targets, Locale locale) {
        return DESCENDING.stream()
                .filter(priority -> !targets.of(priority).isNothing())
                .map(priority -> targets(priority, targets.of(priority), locale))
                .toList();
    }

    private String targets(TicketPriority priority, PriorityTargets some, Locale locale) {
        List<String> parts = new ArrayList<>();
        for (PromiseKind kind : PromiseKind.values()) {
            Long seconds =
                    new SlaTargets(some.firstResponse(), some.nextResponse(), some.resolution(), false, null).of(kind);
            if (seconds != null) {
                parts.add(say("support.sla.target." + kind, locale, time(seconds, locale)));
            }
        }
        String all = String.join(say("support.sla.target.comma", locale), parts);
        String name = say("support.ticket.priority." + priority, locale);
        return say(some.aroundTheClock() ? "support.sla.targets.always" : "support.sla.targets", locale, name, all);
    }

    private String say(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }
}
