package org.triviumcrm.support.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What holds for all tickets, as typed.
 *
 * @param closedAfter days without a word after which what is solved is closed
 * @param undoSeconds how long a reply can be taken back before it leaves
 */
public record SaveTicketRules(
        @NotNull(message = "{support.rule.error.days}")
        @Min(value = 1, message = "{support.rule.error.days}")
        @Max(value = 365, message = "{support.rule.error.days}")
        Integer closedAfter,

        @NotNull(message = "{support.rule.error.seconds}")
        @Min(value = 0, message = "{support.rule.error.seconds}")
        @Max(value = 120, message = "{support.rule.error.seconds}")
        Integer undoSeconds) {}
