package org.triviumcrm.support.widget;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A widget as typed.
 *
 * @param origins the websites that may carry it, one a line
 * @param offline whether visitors may write when nobody is there
 * @param keepsHours whether it closes with the business hours of its queue
 * @param suggests whether articles are offered for what a visitor writes
 * @param waitMinutes after which a visitor whom nobody answers is offered to write instead
 * @param mostChats that an agent gets by assignment at once
 * @param version null for a new one
 */
record SaveWidget(
        @NotBlank(message = "{support.widget.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.widget.error.queue}") @Nullable
        Long queueId,

        @NotBlank(message = "{support.widget.error.origins}") @Size(max = 2000, message = "{form.tooLong}")
        String origins,

        @NotNull(message = "{support.widget.error.colour}")
        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "{support.widget.error.colour}")
        String colour,

        @NotNull(message = "{support.widget.error.language}")
        WidgetLanguage language,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String titleEn,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String titleZh,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String greetingEn,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String greetingZh,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String privacyEn,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String privacyZh,

        @NotNull(message = "{support.widget.error.ask}") AskFor asksName,
        @NotNull(message = "{support.widget.error.ask}") AskFor asksEmail,
        boolean offline,
        boolean keepsHours,
        boolean suggests,

        @NotNull(message = "{support.widget.error.waitMinutes}")
        @Min(value = 1, message = "{support.widget.error.waitMinutes}")
        @Max(value = 60, message = "{support.widget.error.waitMinutes}")
        Integer waitMinutes,

        @NotNull(message = "{support.widget.error.mostChats}")
        @Min(value = 1, message = "{support.widget.error.mostChats}")
        @Max(value = 20, message = "{support.widget.error.mostChats}")
        Integer mostChats,

        boolean active,
        @Nullable Integer version) {

    static SaveWidget proposed(@Nullable Long queueId) {
        return new SaveWidget(
                "",
                queueId,
                "",
                "#206bc4",
                WidgetLanguage.PAGE,
                null,
                null,
                null,
                null,
                null,
                null,
                AskFor.OPTIONAL,
                AskFor.OPTIONAL,
                true,
                true,
                true,
                3,
                4,
                true,
                null);
    }

    static SaveWidget of(ChatWidget widget) {
        return new SaveWidget(
                widget.getName(),
                widget.getQueueId(),
                widget.getOrigins(),
                widget.getColour(),
                widget.getLanguage(),
                widget.title(WidgetLanguage.EN),
                widget.title(WidgetLanguage.ZH),
                widget.greeting(WidgetLanguage.EN),
                widget.greeting(WidgetLanguage.ZH),
                widget.privacy(WidgetLanguage.EN),
                widget.privacy(WidgetLanguage.ZH),
                widget.getAsksName(),
                widget.getAsksEmail(),
                widget.isOffline(),
                widget.isKeepsHours(),
                widget.isSuggests(),
                widget.getWaitMinutes(),
                widget.getMostChats(),
                widget.isActive(),
                widget.getVersion());
    }
}
