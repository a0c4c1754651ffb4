/** What every page of ours has. */
import './submit';
import './page/zone';
import './page/typed';
