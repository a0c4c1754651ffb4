/** What every page of ours has. */
import './submit';
import './page/zone';
