package org.triviumcrm.sales.split;

import java.util.List;

/**
 * Whose success an opportunity is.
 *
 * @param shares those of now, the greatest first; none when all of it is the owner's
 * @param former those that others have taken the place of, together what was together, the latest first
 * @param version changes with every change of the shares
 * @param changeable whether the viewer may change them, unless an approval is waited for
 */
public record Split(List<SplitShare> shares, List<List<SplitShare>> former, long version, boolean changeable) {

    public boolean isFixed() {
        return !shares.isEmpty() && shares.get(0).fixedAt() != null;
    }
}
