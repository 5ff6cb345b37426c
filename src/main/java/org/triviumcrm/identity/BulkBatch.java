package org.triviumcrm.identity;

import java.util.List;

/**
 * Records that a {@link BulkAction} works on in one transaction.
 *
 * @param runId the run they belong to
 * @param viewer whoever asked for it, with the rights of now
 * @param ids in the order of their keys, at most {@link BulkAction#step} of them
 */
public record BulkBatch(long runId, Viewer viewer, List<Long> ids) {}
