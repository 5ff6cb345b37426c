package org.triviumcrm.support.sla;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;

/**
 * A ticket to try the policies on. It comes with the address, so that a trial can be sent to a colleague.
 *
 * <p>{@code openedAt} is in the person's time zone; now when it is not said.
 */
public class PromiseTrial {

    private String level = "";
    private @Nullable ValueClass valueClass;
    private String contract = PolicyConditions.NO;
    private @Nullable Long type;
    private TicketPriority priority = TicketPriority.NORMAL;
    private @Nullable Long queue;
    private @Nullable TicketChannel channel;
    private @Nullable LocalDateTime openedAt;

    TicketFacts facts() {
        return new TicketFacts(
                level.isBlank() ? null : level,
                valueClass,
                contract.equals(PolicyConditions.YES),
                type,
                priority,
                queue,
                channel);
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = Objects.requireNonNullElse(level, "");
    }

    public @Nullable ValueClass getValueClass() {
        return valueClass;
    }

    public void setValueClass(@Nullable ValueClass valueClass) {
        this.valueClass = valueClass;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = Objects.requireNonNullElse(contract, PolicyConditions.NO);
    }

    public @Nullable Long getType() {
        return type;
    }

    public void setType(@Nullable Long type) {
        this.type = type;
    }

    public TicketPriority getPriority() {
        return priority;
    }

    public void setPriority(@Nullable TicketPriority priority) {
        this.priority = Objects.requireNonNullElse(priority, this.priority);
    }

    public @Nullable Long getQueue() {
        return queue;
    }

    public void setQueue(@Nullable Long queue) {
        this.queue = queue;
    }

    public @Nullable TicketChannel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable TicketChannel channel) {
        this.channel = channel;
    }

    public @Nullable LocalDateTime getOpenedAt() {
        return openedAt;
    }

    public void setOpenedAt(@Nullable LocalDateTime openedAt) {
        this.openedAt = openedAt;
    }
}
