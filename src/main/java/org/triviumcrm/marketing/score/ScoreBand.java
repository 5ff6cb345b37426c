package org.triviumcrm.marketing.score;

/**
 * Open leads whose points lie between two tens.
 *
 * @param from the lower one; 100 stands for all above, too, and 0 for all below
 * @param leads how many
 */
record ScoreBand(int from, long leads) {}
