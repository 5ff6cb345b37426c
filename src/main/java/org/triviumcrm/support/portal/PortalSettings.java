package org.triviumcrm.support.portal;

import org.jspecify.annotations.Nullable;

/**
 * The portal as an administrator sets it up.
 *
 * @param agentNames whether customers read who has answered
 * @param queueId where their tickets go, null for the first queue
 */
public record PortalSettings(
        boolean active, boolean agentNames, @Nullable Long queueId) {}
