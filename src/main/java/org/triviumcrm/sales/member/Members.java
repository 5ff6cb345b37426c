package org.triviumcrm.sales.member;

import java.util.List;

/**
 * Who works on an opportunity besides its owner.
 *
 * @param former those who did, the latest first
 * @param shareable whether the viewer may add and remove some
 */
public record Members(List<MemberRow> present, List<MemberRow> former, boolean shareable) {}
