package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.support.calendar.Calendars;
import org.triviumcrm.support.calendar.QueueHoursRepository;
import org.triviumcrm.support.chat.ChatTurns;
import org.triviumcrm.support.help.HelpService;
import org.triviumcrm.support.widget.ChatWidget;
import org.triviumcrm.support.widget.WidgetLanguage;

/** What a widget shows, and whether somebody is there. */
@Component
class WidgetDoor {

    private final ChatTurns turns;
    private final Calendars calendars;
    private final QueueHoursRepository hours;
    private final HelpService help;
    private final MessageSource texts;
    private final Clock clock;

    WidgetDoor(
            ChatTurns turns,
            Calendars calendars,
            QueueHoursRepository hours,
            HelpService help,
            MessageSource texts,
            Clock clock) {
        this.turns = turns;
        this.calendars = calendars;
        this.hours = hours;
        this.help = help;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether it is time, and somebody is there. */
    boolean isOpen(ChatWidget widget) {
        return (!widget.isKeepsHours()
                        || calendars
                                .of(hours.calendarOf(widget.getQueueId()))
                                .hours()
                                .isOpen(clock.instant()))
                && turns.isAnybodyThere(widget.getQueueId());
    }

    WidgetView view(ChatWidget widget, @Nullable String page) {
        WidgetLanguage language = widget.getLanguage().on(page);
        Map<String, String> words = Arrays.stream(WidgetText.values())
                .collect(Collectors.toMap(WidgetText::name, text -> word(text, language)));
        return new WidgetView(
                isOpen(widget),
                language.locale().toLanguageTag(),
                widget.getColour(),
                Objects.requireNonNullElse(widget.title(language), word(WidgetText.TITLE, language)),
                Objects.requireNonNullElse(widget.greeting(language), word(WidgetText.GREETING, language)),
                widget.privacy(language),
                widget.getAsksName(),
                widget.getAsksEmail(),
                widget.isOffline(),
                widget.isSuggests() && help.isOpen(),
                widget.getWaitMinutes() * 60,
                AttachmentKind.endings(),
                words);
    }

    private String word(WidgetText text, WidgetLanguage language) {
        return texts.getMessage("support.visitor." + text, null, language.locale());
    }
}
